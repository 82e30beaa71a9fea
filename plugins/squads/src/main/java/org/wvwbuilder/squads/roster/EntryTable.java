package org.wvwbuilder.squads.roster;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.wvwbuilder.squads.sql.Sql;
import org.wvwbuilder.squads.web.Words;

/** The SQL of the players of a roster, always read together: by squads_entries_in_order. */
final class EntryTable {
    private static final String INSERT = """
            INSERT INTO squads_entries (id, roster_id, player, player_lower, builds, proficiency, gear_missing, note,
                present)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final Connection connection;

    EntryTable(Connection connection) {
        this.connection = connection;
    }

    List<RosterEntry> all(String roster) throws SQLException {
        return Sql.of(connection, "SELECT * FROM squads_entries WHERE roster_id = ? ORDER BY id", roster)
                .list(EntryTable::entry);
    }

    void insert(String roster, List<RosterEntry> entries) throws SQLException {
        Sql.batch(
                connection,
                INSERT,
                entries.stream()
                        .map(entry -> List.of(
                                entry.id(),
                                roster,
                                entry.player(),
                                Words.lower(entry.player()),
                                String.join("\n", entry.builds()),
                                entry.readiness().levels(),
                                String.join("\n", entry.gearMissing()),
                                entry.note(),
                                entry.present() ? 1 : 0)));
    }

    void update(RosterEntry entry) throws SQLException {
        Sql.of(
                        connection,
                        """
                        UPDATE squads_entries SET player = ?, player_lower = ?, builds = ?, proficiency = ?,
                            gear_missing = ?, note = ?, present = ?
                        WHERE id = ?""",
                        entry.player(),
                        Words.lower(entry.player()),
                        String.join("\n", entry.builds()),
                        entry.readiness().levels(),
                        String.join("\n", entry.gearMissing()),
                        entry.note(),
                        entry.present() ? 1 : 0,
                        entry.id())
                .run();
    }

    /** Marks entries as present or absent. */
    void present(List<RosterEntry> entries) throws SQLException {
        Sql.batch(
                connection,
                "UPDATE squads_entries SET present = ? WHERE id = ?",
                entries.stream().map(entry -> List.of(entry.present() ? 1 : 0, entry.id())));
    }

    void delete(String id) throws SQLException {
        Sql.of(connection, "DELETE FROM squads_entries WHERE id = ?", id).run();
    }

    private static RosterEntry entry(ResultSet row) throws SQLException {
        var readiness = Readiness.of(row.getString("proficiency"), row.getString("gear_missing"));
        return new RosterEntry(
                row.getString("id"),
                row.getString("player"),
                Stream.of(row.getString("builds").split("\n"))
                        .filter(build -> !build.isEmpty())
                        .toList(),
                readiness.proficiency(),
                readiness.gearMissing(),
                row.getString("note"),
                row.getInt("present") == 1);
    }
}
