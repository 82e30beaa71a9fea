package org.wvwbuilder.auth.openid;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.auth.sql.Rows;

/** The SQL about the people that providers vouch for, and about sign-ins that came back. */
final class IdentityTable {

    /** A way in of an account. */
    record Linked(String id, String userId, String provider, String label, Instant createdAt, Instant usedAt) {}

    Optional<Linked> find(Connection connection, Person person) throws SQLException {
        var sql = "SELECT * FROM auth_identities WHERE issuer = ? AND subject = ?";
        return Rows.first(connection, sql, IdentityTable::linked, person.issuer(), person.subject());
    }

    void insert(Connection connection, Linked linked, Person person) throws SQLException {
        Rows.change(
                connection,
                """
                INSERT INTO auth_identities (id, user_id, provider, issuer, subject, label, created_at, used_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                linked.id(),
                linked.userId(),
                linked.provider(),
                person.issuer(),
                person.subject(),
                linked.label(),
                linked.createdAt().toEpochMilli(),
                linked.usedAt().toEpochMilli());
    }

    void used(Connection connection, String id, Instant now) throws SQLException {
        Rows.change(connection, "UPDATE auth_identities SET used_at = ? WHERE id = ?", now.toEpochMilli(), id);
    }

    List<Linked> ofUser(Connection connection, String userId) throws SQLException {
        var sql = "SELECT * FROM auth_identities WHERE user_id = ? ORDER BY created_at, id LIMIT 200";
        return Rows.all(connection, sql, IdentityTable::linked, userId);
    }

    /** Locks the account, so that of its last two ways in not both are removed at once. */
    long countAndLock(Connection connection, String userId) throws SQLException {
        Rows.change(connection, "UPDATE auth_users SET version = version WHERE id = ?", userId);
        return Rows.count(connection, "SELECT count(*) FROM auth_identities WHERE user_id = ?", userId);
    }

    boolean delete(Connection connection, String userId, String id) throws SQLException {
        return Rows.change(connection, "DELETE FROM auth_identities WHERE id = ? AND user_id = ?", id, userId) == 1;
    }

    /** @return false when this sign-in came back before */
    boolean comeBack(Connection connection, String hash, Instant expires) throws SQLException {
        var sql = "INSERT INTO auth_openid_flows (hash, expires_at) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING";
        return Rows.change(connection, sql, hash, expires.toEpochMilli()) == 1;
    }

    int purge(Connection connection, Instant now) throws SQLException {
        return Rows.change(connection, "DELETE FROM auth_openid_flows WHERE expires_at <= ?", now.toEpochMilli());
    }

    private static Linked linked(ResultSet row) throws SQLException {
        return new Linked(
                row.getString("id"),
                row.getString("user_id"),
                row.getString("provider"),
                row.getString("label"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("used_at")));
    }
}
