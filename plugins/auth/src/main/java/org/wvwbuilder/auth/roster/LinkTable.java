package org.wvwbuilder.auth.roster;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.wvwbuilder.auth.account.User;
import org.wvwbuilder.auth.account.UserTable;
import org.wvwbuilder.auth.sql.Rows;

/**
 * The SQL about links for a new password, one an account. Whoever writes to the account as well does that first: two at
 * once then wait for each other in one order.
 */
final class LinkTable {

    /** The account's older link ends. */
    void replace(Connection connection, String userId, String hash, long expires) throws SQLException {
        Rows.change(connection, """
                INSERT INTO auth_password_links (user_id, hash, expires_at) VALUES (?, ?, ?)
                    ON CONFLICT (user_id) DO UPDATE SET hash = excluded.hash, expires_at = excluded.expires_at
                """, userId, hash, expires);
    }

    /** Whose link it is, if it is good. A code cannot be guessed, so the unique index of the hashes may look it up. */
    Optional<User> owner(Connection connection, String hash, long now) throws SQLException {
        return Rows.first(
                connection,
                "SELECT " + UserTable.COLUMNS + " FROM auth_password_links l JOIN auth_users u ON u.id = l.user_id"
                        + " WHERE l.hash = ? AND l.expires_at > ? AND u.disabled = 0",
                UserTable::user,
                hash,
                now);
    }

    /** @return false when it is not, or no longer, good: of two that come at once, one comes too late */
    boolean use(Connection connection, String hash, long now) throws SQLException {
        var sql = "DELETE FROM auth_password_links WHERE hash = ? AND expires_at > ?";
        return Rows.change(connection, sql, hash, now) == 1;
    }

    void end(Connection connection, String userId) throws SQLException {
        Rows.change(connection, "DELETE FROM auth_password_links WHERE user_id = ?", userId);
    }

    int purge(Connection connection, long now) throws SQLException {
        return Rows.change(connection, "DELETE FROM auth_password_links WHERE expires_at <= ?", now);
    }
}
