package org.wvwbuilder.auth.factor;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.wvwbuilder.auth.sql.Rows;

/** The SQL about sign-ins that wait for their code. */
final class ChallengeTable {
    private static final int MOST_PER_USER = 10;

    /**
     * @param proof a hash of the password's hash at that time
     * @param tries how many codes were tried, this one included
     */
    record Challenge(String userId, String proof, int tries) {}

    /** Keeps the newest few of an account. */
    void insert(Connection connection, String hash, String userId, String proof, Instant expires) throws SQLException {
        Rows.change(
                connection,
                "DELETE FROM auth_challenges WHERE user_id = ? AND hash NOT IN (SELECT hash FROM auth_challenges"
                        + " WHERE user_id = ? ORDER BY expires_at DESC LIMIT " + (MOST_PER_USER - 1) + ")",
                userId,
                userId);
        Rows.change(
                connection,
                "INSERT INTO auth_challenges (hash, user_id, proof, expires_at, tries) VALUES (?, ?, ?, ?, 0)",
                hash,
                userId,
                proof,
                expires.toEpochMilli());
    }

    /** Counts a try, if there is one left, and locks the challenge for the rest of the transaction. */
    Optional<Challenge> take(Connection connection, String hash, Instant now, int most) throws SQLException {
        return Rows.first(
                connection,
                "UPDATE auth_challenges SET tries = tries + 1 WHERE hash = ? AND expires_at > ? AND tries < ?"
                        + " RETURNING user_id, proof, tries",
                row -> new Challenge(row.getString("user_id"), row.getString("proof"), row.getInt("tries")),
                hash,
                now.toEpochMilli(),
                most);
    }

    void delete(Connection connection, String hash) throws SQLException {
        Rows.change(connection, "DELETE FROM auth_challenges WHERE hash = ?", hash);
    }

    void deleteAll(Connection connection, String userId) throws SQLException {
        Rows.change(connection, "DELETE FROM auth_challenges WHERE user_id = ?", userId);
    }

    int purge(Connection connection, Instant now) throws SQLException {
        return Rows.change(connection, "DELETE FROM auth_challenges WHERE expires_at <= ?", now.toEpochMilli());
    }
}
