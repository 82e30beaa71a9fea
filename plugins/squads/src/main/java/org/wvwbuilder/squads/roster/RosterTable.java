package org.wvwbuilder.squads.roster;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.squads.sql.Sql;

/** The SQL of the rosters; each statement names the index that serves it. */
final class RosterTable {
    private static final String COUNTED = """
            SELECT r.*,
                (SELECT count(*) FROM squads_entries e WHERE e.roster_id = r.id) AS players,
                (SELECT sum(e.present) FROM squads_entries e WHERE e.roster_id = r.id) AS here
            FROM squads_rosters r
            """;

    /** By squads_rosters_by_owner and squads_rosters_by_team. */
    private static final String SEEN = """
            WHERE (r.owner = ? OR r.team_id IN (SELECT team_id FROM squads_members WHERE account = ?))
                AND r.id < ?""";

    private final Connection connection;

    RosterTable(Connection connection) {
        this.connection = connection;
    }

    /** A roster, how many players it has, and how many of them are here tonight. */
    record Counted(Roster roster, long players, long present) {}

    void insert(Roster roster) throws SQLException {
        Sql.of(
                        connection,
                        """
                        INSERT INTO squads_rosters (id, owner, team_id, name, created_at, updated_at, version)
                        VALUES (?, ?, ?, ?, ?, ?, 1)""",
                        roster.id(),
                        roster.owner(),
                        roster.team().orElse(""),
                        roster.name(),
                        roster.createdAt().toEpochMilli(),
                        roster.updatedAt().toEpochMilli())
                .run();
    }

    /** @return false when another transaction was faster */
    boolean update(Roster roster) throws SQLException {
        return Sql.of(
                                connection,
                                """
                                UPDATE squads_rosters SET owner = ?, team_id = ?, name = ?, updated_at = ?,
                                    version = version + 1
                                WHERE id = ? AND version = ?""",
                                roster.owner(),
                                roster.team().orElse(""),
                                roster.name(),
                                roster.updatedAt().toEpochMilli(),
                                roster.id(),
                                roster.version())
                        .run()
                == 1;
    }

    void delete(String id) throws SQLException {
        Sql.of(connection, "DELETE FROM squads_entries WHERE roster_id = ?", id).run();
        Sql.of(connection, "DELETE FROM squads_rosters WHERE id = ?", id).run();
    }

    Optional<Roster> find(String id) throws SQLException {
        return Sql.of(connection, "SELECT * FROM squads_rosters WHERE id = ?", id)
                .first(RosterTable::roster);
    }

    List<Counted> page(String account, Optional<String> team, String before, int limit) throws SQLException {
        var parameters = new ArrayList<Object>(List.of(account, account, before));
        team.ifPresent(parameters::add);
        parameters.add(limit);
        var ofTeam = team.isPresent() ? " AND r.team_id = ?" : "";
        return new Sql(connection, COUNTED + SEEN + ofTeam + " ORDER BY r.id DESC LIMIT ?", parameters)
                .list(row -> new Counted(roster(row), row.getLong("players"), row.getLong("here")));
    }

    /** By squads_rosters_by_owner. */
    List<Roster> of(String owner) throws SQLException {
        return behind(owner, "", Integer.MAX_VALUE);
    }

    /** By squads_rosters_by_owner. */
    List<Roster> behind(String owner, String id, int limit) throws SQLException {
        return Sql.of(
                        connection,
                        "SELECT * FROM squads_rosters WHERE owner = ? AND id > ? ORDER BY id LIMIT ?",
                        owner,
                        id,
                        limit)
                .list(RosterTable::roster);
    }

    boolean empty() throws SQLException {
        return Sql.of(connection, "SELECT id FROM squads_rosters LIMIT 1")
                .first(row -> row.getString(1))
                .isEmpty();
    }

    private static Roster roster(ResultSet row) throws SQLException {
        return new Roster(
                row.getString("id"),
                row.getString("owner"),
                Optional.of(row.getString("team_id")).filter(team -> !team.isEmpty()),
                row.getString("name"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("updated_at")),
                row.getLong("version"));
    }
}
