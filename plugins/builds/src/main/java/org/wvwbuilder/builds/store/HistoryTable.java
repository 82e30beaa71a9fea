package org.wvwbuilder.builds.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What builds were before their changes. Every statement is served by the primary key. */
final class HistoryTable {
    /** States kept of one build, beside the newest. */
    static final int KEPT = 100;

    private static final String DETAILS = """
            name, profession, specialization_1, specialization_2, specialization_3, chat_link, equipment, game_mode, role,
            tags, notes, visibility, team""";

    private static final String KEEP = "INSERT INTO builds_history (build_id, version, editor, updated_at, " + DETAILS
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String ALL = "SELECT version, editor, updated_at, " + DETAILS
            + " FROM builds_history WHERE build_id = ? ORDER BY version DESC";

    private static final String ONE = "SELECT version, editor, updated_at, " + DETAILS
            + " FROM builds_history WHERE build_id = ? AND version = ?";

    private final Connection connection;

    HistoryTable(Connection connection) {
        this.connection = connection;
    }

    /** Takes down what a build was, once its row was changed: of two changes at once, only one gets so far. */
    void keep(Build was) throws SQLException {
        var details = was.details();
        Sql.of(
                        connection,
                        KEEP,
                        was.id(),
                        was.version(),
                        was.editor(),
                        was.updatedAt().toEpochMilli(),
                        details.name(),
                        details.profession().code(),
                        details.specializations().get(0),
                        details.specializations().get(1),
                        details.specializations().get(2),
                        details.chatLink(),
                        EquipmentText.write(details.equipment()),
                        details.gameMode(),
                        details.role(),
                        String.join("\n", details.tags()),
                        details.notes(),
                        details.visibility().word(),
                        details.team().orElse(null))
                .run();
        Sql.of(
                        connection,
                        "DELETE FROM builds_history WHERE build_id = ? AND version <= ?",
                        was.id(),
                        was.version() - KEPT)
                .run();
    }

    /** The newest first. */
    List<Past> of(String build) throws SQLException {
        return Sql.of(connection, ALL, build).list(HistoryTable::past);
    }

    Optional<Past> find(String build, long version) throws SQLException {
        return Sql.of(connection, ONE, build, version).list(HistoryTable::past).stream()
                .findFirst();
    }

    void delete(String build) throws SQLException {
        Sql.of(connection, "DELETE FROM builds_history WHERE build_id = ?", build)
                .run();
    }

    private static Past past(ResultSet row) throws SQLException {
        return new Past(
                row.getLong("version"),
                row.getString("editor"),
                Instant.ofEpochMilli(row.getLong("updated_at")),
                BuildTable.details(row));
    }
}
