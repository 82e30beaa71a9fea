package org.wvwbuilder.auth.factor;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.auth.secret.Secret;
import org.wvwbuilder.auth.sql.Rows;

/** The SQL about factors and recovery codes. */
final class FactorTable {

    Optional<Factor> find(Connection connection, String userId) throws SQLException {
        return Rows.first(
                connection,
                "SELECT * FROM auth_factors WHERE user_id = ?",
                row -> new Factor(
                        row.getString("user_id"),
                        row.getString("secret_sealed"),
                        Rows.moment(row, "confirmed_at").isPresent(),
                        row.getInt("failures"),
                        Instant.ofEpochMilli(row.getLong("blocked_until"))),
                userId);
    }

    /** Finds a factor and locks it for the rest of the transaction. */
    Optional<Factor> lock(Connection connection, String userId) throws SQLException {
        Rows.change(connection, "UPDATE auth_factors SET failures = failures WHERE user_id = ?", userId);
        return find(connection, userId);
    }

    /** Begins an enrolment, in place of one that was never confirmed. @return false when a confirmed one stands */
    boolean begin(Connection connection, String userId, String sealed, Instant now) throws SQLException {
        return Rows.change(connection, """
                        INSERT INTO auth_factors
                            (user_id, secret_sealed, created_at, last_step, failures, blocked_until)
                            VALUES (?, ?, ?, 0, 0, 0)
                            ON CONFLICT (user_id) DO UPDATE
                            SET secret_sealed = excluded.secret_sealed, created_at = excluded.created_at
                            WHERE auth_factors.confirmed_at IS NULL
                        """, userId, sealed, now.toEpochMilli()) == 1;
    }

    /** @return false when it was confirmed, begun anew or removed meanwhile */
    boolean confirm(Connection connection, Factor factor, long step, Instant now) throws SQLException {
        var sql = "UPDATE auth_factors SET confirmed_at = ?, last_step = ?"
                + " WHERE user_id = ? AND secret_sealed = ? AND confirmed_at IS NULL";
        return Rows.change(connection, sql, now.toEpochMilli(), step, factor.userId(), factor.sealed()) == 1;
    }

    /** Uses a code up. @return false when it, or a later one, was used before, however little earlier */
    boolean use(Connection connection, Factor factor, long step) throws SQLException {
        var sql = "UPDATE auth_factors SET last_step = ?, failures = 0, blocked_until = 0"
                + " WHERE user_id = ? AND secret_sealed = ? AND last_step < ?";
        return Rows.change(connection, sql, step, factor.userId(), factor.sealed(), step) == 1;
    }

    /** Counts a wrong code. @return how many there were since the last right one */
    int fail(Connection connection, String userId) throws SQLException {
        var sql = "UPDATE auth_factors SET failures = failures + 1 WHERE user_id = ? RETURNING failures";
        return Rows.first(connection, sql, row -> row.getInt(1), userId).orElse(0);
    }

    void block(Connection connection, String userId, Instant until) throws SQLException {
        Rows.change(
                connection,
                "UPDATE auth_factors SET blocked_until = ? WHERE user_id = ?",
                until.toEpochMilli(),
                userId);
    }

    void forgive(Connection connection, String userId) throws SQLException {
        Rows.change(connection, "UPDATE auth_factors SET failures = 0, blocked_until = 0 WHERE user_id = ?", userId);
    }

    boolean remove(Connection connection, String userId) throws SQLException {
        Rows.change(connection, "DELETE FROM auth_recovery_codes WHERE user_id = ?", userId);
        return Rows.change(connection, "DELETE FROM auth_factors WHERE user_id = ?", userId) == 1;
    }

    void replaceCodes(Connection connection, String userId, List<String> codes) throws SQLException {
        Rows.change(connection, "DELETE FROM auth_recovery_codes WHERE user_id = ?", userId);
        var sql = "INSERT INTO auth_recovery_codes (user_id, hash) VALUES (?, ?)";
        for (var code : codes) Rows.change(connection, sql, userId, Secret.hash(code));
    }

    /** @return false when the account has no such code, or had it until a moment ago */
    boolean useCode(Connection connection, String userId, String code) throws SQLException {
        var sql = "DELETE FROM auth_recovery_codes WHERE user_id = ? AND hash = ?";
        return Rows.change(connection, sql, userId, Secret.hash(code)) == 1;
    }

    long codesLeft(Connection connection, String userId) throws SQLException {
        return Rows.count(connection, "SELECT count(*) FROM auth_recovery_codes WHERE user_id = ?", userId);
    }
}
