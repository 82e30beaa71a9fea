package org.wvwbuilder.auth.pat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wvwbuilder.auth.account.UserTable;
import org.wvwbuilder.auth.sql.Rows;

/** The SQL about personal access tokens. */
final class TokenTable {
    private static final String COLUMNS =
            "t.id AS token_id, t.user_id, t.name, t.scopes, t.created_at AS made_at, t.expires_at, t.used_at";

    /** Counts the tokens of an account, and locks the account: of two that count at once, one waits for the other. */
    long countAndLock(Connection connection, String userId) throws SQLException {
        Rows.change(connection, "UPDATE auth_users SET version = version WHERE id = ?", userId);
        return Rows.count(connection, "SELECT count(*) FROM auth_access_tokens WHERE user_id = ?", userId);
    }

    void insert(Connection connection, PersonalToken token, String hash) throws SQLException {
        Rows.change(
                connection,
                """
                INSERT INTO auth_access_tokens (id, user_id, name, scopes, hash, created_at, expires_at)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                token.id(),
                token.userId(),
                token.name(),
                String.join(" ", token.scopes().stream().sorted().toList()),
                hash,
                token.createdAt().toEpochMilli(),
                token.expiresAt().toEpochMilli());
    }

    /** Served by auth_access_tokens_by_user. */
    List<PersonalToken> ofUser(Connection connection, String userId) throws SQLException {
        return Rows.all(
                connection,
                "SELECT " + COLUMNS + " FROM auth_access_tokens t WHERE t.user_id = ?"
                        + " ORDER BY t.created_at DESC, t.id DESC LIMIT 200",
                TokenTable::token,
                userId);
    }

    /** The token with this hash, unless its owner is shut out. Served by the unique hash and the accounts' key. */
    Optional<LiveToken> live(Connection connection, String hash) throws SQLException {
        return Rows.first(
                connection,
                "SELECT " + COLUMNS + ", " + UserTable.COLUMNS
                        + " FROM auth_access_tokens t JOIN auth_users u ON u.id = t.user_id"
                        + " WHERE t.hash = ? AND u.disabled = 0",
                row -> LiveToken.of(token(row), UserTable.user(row)),
                hash);
    }

    /** Notes a use, unless somebody noted one after {@code before}. */
    void used(Connection connection, String id, Instant now, Instant before) throws SQLException {
        var sql = "UPDATE auth_access_tokens SET used_at = ? WHERE id = ? AND (used_at IS NULL OR used_at <= ?)";
        Rows.change(connection, sql, now.toEpochMilli(), id, before.toEpochMilli());
    }

    /** @return the hash of the token that was deleted */
    Optional<String> delete(Connection connection, String userId, String id) throws SQLException {
        var sql = "DELETE FROM auth_access_tokens WHERE id = ? AND user_id = ? RETURNING hash";
        return Rows.first(connection, sql, row -> row.getString(1), id, userId);
    }

    int purge(Connection connection, Instant now) throws SQLException {
        return Rows.change(connection, "DELETE FROM auth_access_tokens WHERE expires_at <= ?", now.toEpochMilli());
    }

    private static PersonalToken token(ResultSet row) throws SQLException {
        return new PersonalToken(
                row.getString("token_id"),
                row.getString("user_id"),
                row.getString("name"),
                Set.of(row.getString("scopes").split(" ")),
                Instant.ofEpochMilli(row.getLong("made_at")),
                Instant.ofEpochMilli(row.getLong("expires_at")),
                Rows.moment(row, "used_at").map(Instant::ofEpochMilli));
    }
}
