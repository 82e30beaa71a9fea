package org.wvwbuilder.squads.composition;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.squads.sql.Sql;

/** The SQL of earlier versions; always by the primary key. */
final class HistoryTable {
    private static final int KEPT = 200;

    private static final String INSERT = """
            INSERT INTO squads_history (composition_id, version, team_id, name, rule_set, tags, notes, visibility,
                template, body, changed_by, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Connection connection;

    HistoryTable(Connection connection) {
        this.connection = connection;
    }

    /** Keeps a state that is about to be changed, and forgets the one that is too old. */
    void keep(Composition state) throws SQLException {
        var values = new ArrayList<Object>(List.of(
                state.id(),
                state.version(),
                state.details().team().orElse(""),
                state.details().name()));
        values.addAll(CompositionTable.rest(state.details()));
        values.add(state.changedBy());
        values.add(state.updatedAt().toEpochMilli());
        new Sql(connection, INSERT, values).run();
        Sql.of(
                        connection,
                        "DELETE FROM squads_history WHERE composition_id = ? AND version <= ?",
                        state.id(),
                        state.version() - KEPT)
                .run();
    }

    /** The versions before one, the newest first. */
    List<Composition> before(Composition present, long version, int limit) throws SQLException {
        return Sql.of(connection, """
                        SELECT * FROM squads_history WHERE composition_id = ? AND version < ?
                        ORDER BY version DESC LIMIT ?""", present.id(), version, limit)
                .list(row -> new Composition(
                        present.id(),
                        present.owner(),
                        CompositionTable.details(row),
                        present.code(),
                        row.getString("changed_by"),
                        present.createdAt(),
                        Instant.ofEpochMilli(row.getLong("updated_at")),
                        row.getLong("version")));
    }

    Optional<Composition> find(Composition present, long version) throws SQLException {
        if (version == present.version()) return Optional.of(present);
        return before(present, version + 1, 1).stream()
                .filter(state -> state.version() == version)
                .findFirst();
    }
}
