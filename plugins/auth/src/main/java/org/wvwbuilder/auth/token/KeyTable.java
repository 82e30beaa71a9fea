package org.wvwbuilder.auth.token;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.auth.sql.Rows;

/** The SQL about signing keys. The table has a handful of rows. */
final class KeyTable {

    /** A key as it lies in the table; instants in epoch milliseconds. */
    record Row(
            String kid,
            String publicKey,
            String sealed,
            long createdAt,
            Optional<Long> retiredAt,
            Optional<Long> revokedAt) {
        @Override
        public String toString() {
            return "key " + kid;
        }
    }

    /** The newest first. */
    List<Row> all(Connection connection) throws SQLException {
        return Rows.all(connection, "SELECT * FROM auth_keys ORDER BY created_at DESC, kid DESC", KeyTable::row);
    }

    /** Those that may still verify something. */
    List<Row> trusted(Connection connection, long retiredAfter) throws SQLException {
        return Rows.all(
                connection,
                "SELECT * FROM auth_keys WHERE revoked_at IS NULL AND (retired_at IS NULL OR retired_at > ?)"
                        + " ORDER BY created_at DESC, kid DESC",
                KeyTable::row,
                retiredAfter);
    }

    void insert(Connection connection, String kid, String publicKey, String sealed, long now) throws SQLException {
        Rows.change(
                connection,
                "INSERT INTO auth_keys (kid, algorithm, public_key, private_sealed, created_at)"
                        + " VALUES (?, 'ES256', ?, ?, ?)",
                kid,
                publicKey,
                sealed,
                now);
    }

    void retireOthers(Connection connection, String kid, long at) throws SQLException {
        var sql = "UPDATE auth_keys SET retired_at = ? WHERE kid <> ? AND retired_at IS NULL AND revoked_at IS NULL";
        Rows.change(connection, sql, at, kid);
    }

    /** The private half goes at once: nothing is to be signed with it, not even by mistake. */
    boolean revoke(Connection connection, String kid, long now) throws SQLException {
        var sql = "UPDATE auth_keys SET revoked_at = ?, private_sealed = '' WHERE kid = ? AND revoked_at IS NULL";
        return Rows.change(connection, sql, now, kid) == 1;
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("kid"),
                row.getString("public_key"),
                row.getString("private_sealed"),
                row.getLong("created_at"),
                Rows.moment(row, "retired_at"),
                Rows.moment(row, "revoked_at"));
    }
}
