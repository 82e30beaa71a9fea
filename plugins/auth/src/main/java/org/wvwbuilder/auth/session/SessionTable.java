package org.wvwbuilder.auth.session;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.auth.account.User;
import org.wvwbuilder.auth.account.UserTable;
import org.wvwbuilder.auth.sql.Rows;

/** The SQL about sessions and refresh tokens. Whoever locks both locks the session first. */
final class SessionTable {
    private static final String LIVE = " ended_at IS NULL AND expires_at > ? ";

    /** A token as it lies in the table. */
    record Token(String sessionId, Instant expiresAt, boolean used) {}

    void insert(Connection connection, Session session) throws SQLException {
        Rows.change(
                connection,
                """
                INSERT INTO auth_sessions (id, user_id, agent, address, created_at, used_at, expires_at, ended_why)
                    VALUES (?, ?, ?, ?, ?, ?, ?, '')
                """,
                session.id(),
                session.userId(),
                session.client().agent(),
                session.client().address(),
                session.createdAt().toEpochMilli(),
                session.usedAt().toEpochMilli(),
                session.expiresAt().toEpochMilli());
    }

    void insertToken(Connection connection, String hash, String sessionId, Instant now, Instant expires)
            throws SQLException {
        Rows.change(
                connection,
                "INSERT INTO auth_refresh_tokens (hash, session_id, issued_at, expires_at) VALUES (?, ?, ?, ?)",
                hash,
                sessionId,
                now.toEpochMilli(),
                expires.toEpochMilli());
    }

    Optional<Token> token(Connection connection, String hash) throws SQLException {
        return Rows.first(
                connection,
                "SELECT session_id, expires_at, used_at FROM auth_refresh_tokens WHERE hash = ?",
                row -> new Token(
                        row.getString("session_id"),
                        Instant.ofEpochMilli(row.getLong("expires_at")),
                        Rows.moment(row, "used_at").isPresent()),
                hash);
    }

    /** Locks a live session for the rest of the transaction and notes its use. */
    boolean touch(Connection connection, String id, Client client, Instant now) throws SQLException {
        var sql = "UPDATE auth_sessions SET used_at = ?, agent = ?, address = ? WHERE id = ? AND" + LIVE;
        long at = now.toEpochMilli();
        return Rows.change(connection, sql, at, client.agent(), client.address(), id, at) == 1;
    }

    /** @return false when somebody else used it, however little earlier */
    boolean useToken(Connection connection, String hash, Instant now) throws SQLException {
        var sql = "UPDATE auth_refresh_tokens SET used_at = ? WHERE hash = ? AND used_at IS NULL";
        return Rows.change(connection, sql, now.toEpochMilli(), hash) == 1;
    }

    void prolong(Connection connection, String id, Instant expires) throws SQLException {
        Rows.change(connection, "UPDATE auth_sessions SET expires_at = ? WHERE id = ?", expires.toEpochMilli(), id);
    }

    /** The account of a live session, unless it is disabled. Served by the primary keys. */
    Optional<User> user(Connection connection, String sessionId, Instant now) throws SQLException {
        return Rows.first(
                connection,
                "SELECT " + UserTable.COLUMNS
                        + " FROM auth_sessions s JOIN auth_users u ON u.id = s.user_id"
                        + " WHERE s.id = ? AND s.ended_at IS NULL AND s.expires_at > ? AND u.disabled = 0",
                UserTable::user,
                sessionId,
                now.toEpochMilli());
    }

    Optional<Session> byId(Connection connection, String id, Instant now) throws SQLException {
        return Rows.first(
                connection,
                "SELECT * FROM auth_sessions WHERE id = ? AND" + LIVE,
                SessionTable::session,
                id,
                now.toEpochMilli());
    }

    /** Served by auth_sessions_by_user. */
    List<Session> ofUser(Connection connection, String userId, Instant now) throws SQLException {
        return Rows.all(
                connection,
                "SELECT * FROM auth_sessions WHERE user_id = ? AND" + LIVE + "ORDER BY used_at DESC, id DESC LIMIT 200",
                SessionTable::session,
                userId,
                now.toEpochMilli());
    }

    boolean end(Connection connection, String id, String why, Instant now) throws SQLException {
        var sql = "UPDATE auth_sessions SET ended_at = ?, ended_why = ? WHERE id = ? AND ended_at IS NULL";
        return Rows.change(connection, sql, now.toEpochMilli(), why, id) == 1;
    }

    int endAll(Connection connection, String userId, String exceptId, String why, Instant now) throws SQLException {
        var sql = "UPDATE auth_sessions SET ended_at = ?, ended_why = ?"
                + " WHERE user_id = ? AND id <> ? AND ended_at IS NULL";
        return Rows.change(connection, sql, now.toEpochMilli(), why, userId, exceptId);
    }

    /** Looks at every session, of which a day's purge leaves few; for a start only. */
    int endMadeBefore(Connection connection, Instant moment, String why, Instant now) throws SQLException {
        var sql = "UPDATE auth_sessions SET ended_at = ?, ended_why = ? WHERE created_at < ? AND ended_at IS NULL";
        return Rows.change(connection, sql, now.toEpochMilli(), why, moment.toEpochMilli());
    }

    int purgeSessions(Connection connection, Instant now) throws SQLException {
        var sql = "DELETE FROM auth_sessions WHERE expires_at <= ? OR ended_at IS NOT NULL";
        return Rows.change(connection, sql, now.toEpochMilli());
    }

    int purgeTokens(Connection connection, Instant now) throws SQLException {
        return Rows.change(connection, "DELETE FROM auth_refresh_tokens WHERE expires_at <= ?", now.toEpochMilli());
    }

    private static Session session(ResultSet row) throws SQLException {
        return new Session(
                row.getString("id"),
                row.getString("user_id"),
                new Client(row.getString("agent"), row.getString("address")),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("used_at")),
                Instant.ofEpochMilli(row.getLong("expires_at")));
    }
}
