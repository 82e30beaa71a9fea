package org.wvwbuilder.squads.team;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.plugin.Teams.Role;
import org.wvwbuilder.squads.sql.Sql;

/** The SQL of the members; by the primary key where nothing else is named. */
final class MemberTable {
    private static final String INSERT =
            "INSERT INTO squads_members (team_id, account, role, joined_at) VALUES (?, ?, ?, ?)";

    private final Connection connection;

    MemberTable(Connection connection) {
        this.connection = connection;
    }

    void insert(String team, Member member) throws SQLException {
        Sql.of(
                        connection,
                        INSERT,
                        team,
                        member.account(),
                        member.role().name(),
                        member.joinedAt().toEpochMilli())
                .run();
    }

    void role(String team, String account, Role role) throws SQLException {
        Sql.of(
                        connection,
                        "UPDATE squads_members SET role = ? WHERE team_id = ? AND account = ?",
                        role.name(),
                        team,
                        account)
                .run();
    }

    void delete(String team, String account) throws SQLException {
        Sql.of(connection, "DELETE FROM squads_members WHERE team_id = ? AND account = ?", team, account)
                .run();
    }

    Optional<Member> find(String team, String account) throws SQLException {
        return Sql.of(
                        connection,
                        "SELECT account, role, joined_at FROM squads_members WHERE team_id = ? AND account = ?",
                        team,
                        account)
                .first(MemberTable::member);
    }

    List<Member> page(String team, String after, int limit) throws SQLException {
        return Sql.of(connection, """
                        SELECT account, role, joined_at FROM squads_members WHERE team_id = ? AND account > ?
                        ORDER BY account LIMIT ?""", team, after, limit).list(MemberTable::member);
    }

    /** The member who could own the team next: the highest role, and then the longest membership. */
    Optional<Member> heir(String team) throws SQLException {
        return Sql.of(connection, """
                        SELECT account, role, joined_at FROM squads_members WHERE team_id = ?
                        ORDER BY CASE role WHEN 'OWNER' THEN 0 WHEN 'EDITOR' THEN 1 ELSE 2 END, joined_at, account
                        LIMIT 1""", team).first(MemberTable::member);
    }

    long owners(String team) throws SQLException {
        return Sql.of(connection, "SELECT count(*) FROM squads_members WHERE team_id = ? AND role = 'OWNER'", team)
                .number();
    }

    /** By squads_members_by_account. */
    Map<String, Role> of(String account) throws SQLException {
        var roles = new LinkedHashMap<String, Role>();
        Sql.of(connection, "SELECT team_id, role FROM squads_members WHERE account = ? ORDER BY team_id", account)
                .list(row -> roles.put(row.getString(1), Role.valueOf(row.getString(2))));
        return roles;
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                row.getString("account"),
                Role.valueOf(row.getString("role")),
                Instant.ofEpochMilli(row.getLong("joined_at")));
    }
}
