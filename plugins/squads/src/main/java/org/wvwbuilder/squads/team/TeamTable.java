package org.wvwbuilder.squads.team;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.plugin.Teams.Role;
import org.wvwbuilder.squads.sql.Sql;

/** The SQL of the teams; each statement names the index that serves it. */
final class TeamTable {
    private static final String COLUMNS =
            "t.id, t.name, t.description, t.members, t.created_at, t.updated_at, t.version";

    /** By squads_members_by_account, newest team first; ids sort by the time of their making. */
    private static final String MINE = "SELECT " + COLUMNS + """
             , m.role FROM squads_members m JOIN squads_teams t ON t.id = m.team_id
            WHERE m.account = ? AND m.team_id < ? ORDER BY m.team_id DESC LIMIT ?""";

    private static final List<String> ORPHANS = List.of(
            """
            DELETE FROM squads_entries WHERE roster_id IN
                (SELECT id FROM squads_rosters WHERE team_id = ? AND owner = '')""",
            "DELETE FROM squads_rosters WHERE team_id = ? AND owner = ''",
            """
            DELETE FROM squads_history WHERE composition_id IN
                (SELECT id FROM squads_compositions WHERE team_id = ? AND owner = '')""",
            "DELETE FROM squads_compositions WHERE team_id = ? AND owner = ''");

    private final Connection connection;

    TeamTable(Connection connection) {
        this.connection = connection;
    }

    void insert(Team team) throws SQLException {
        Sql.of(
                        connection,
                        """
                        INSERT INTO squads_teams (id, name, description, members, created_at, updated_at, version)
                        VALUES (?, ?, ?, ?, ?, ?, ?)""",
                        team.id(),
                        team.name(),
                        team.description(),
                        team.members(),
                        team.createdAt().toEpochMilli(),
                        team.updatedAt().toEpochMilli(),
                        team.version())
                .run();
    }

    /** @return false when another transaction was faster */
    boolean update(Team team) throws SQLException {
        return Sql.of(
                                connection,
                                """
                                UPDATE squads_teams SET name = ?, description = ?, members = ?, updated_at = ?,
                                    version = version + 1
                                WHERE id = ? AND version = ?""",
                                team.name(),
                                team.description(),
                                team.members(),
                                team.updatedAt().toEpochMilli(),
                                team.id(),
                                team.version())
                        .run()
                == 1;
    }

    /** With what only the team still had: things whose owners are gone. By the indexes of their teams. */
    void delete(String id) throws SQLException {
        for (var orphans : ORPHANS) Sql.of(connection, orphans, id).run();
        Sql.of(connection, "DELETE FROM squads_members WHERE team_id = ?", id).run();
        Sql.of(connection, "DELETE FROM squads_teams WHERE id = ?", id).run();
    }

    Optional<Team> find(String id) throws SQLException {
        return Sql.of(connection, "SELECT " + COLUMNS + " FROM squads_teams t WHERE t.id = ?", id)
                .first(TeamTable::team);
    }

    List<Joined> of(String account, String before, int limit) throws SQLException {
        return Sql.of(connection, MINE, account, before, limit)
                .list(row -> new Joined(team(row), Role.valueOf(row.getString("role"))));
    }

    boolean empty() throws SQLException {
        return Sql.of(connection, "SELECT id FROM squads_teams LIMIT 1")
                .list(row -> row)
                .isEmpty();
    }

    private static Team team(ResultSet row) throws SQLException {
        return new Team(
                row.getString("id"),
                row.getString("name"),
                row.getString("description"),
                row.getLong("members"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("updated_at")),
                row.getLong("version"));
    }

    /** A team, and what its viewer may do in it. */
    record Joined(Team team, Role role) {}
}
