package org.wvwbuilder.auth.roster;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.wvwbuilder.auth.sql.Rows;

/** The SQL about accounts that are gone. An account that is there all the same is left alone, however it came back. */
final class DeletionTable {
    private static final String SELECT = """
            SELECT d.account, d.at, d.forgotten FROM auth_deletions d
            WHERE NOT EXISTS (SELECT 1 FROM auth_users u WHERE u.id = d.account) AND d.account > ?""";

    /** An account that is gone. */
    record Deletion(String account, Instant at, boolean forgotten) {}

    /** Within the transaction in which the account goes. @param told whether this process tells the plugins itself */
    void note(Connection connection, String account, Instant at, boolean told) throws SQLException {
        Rows.change(connection, """
                INSERT INTO auth_deletions (account, at, told, forgotten) VALUES (?, ?, ?, 0)
                    ON CONFLICT (account) DO UPDATE SET at = excluded.at, told = excluded.told, forgotten = 0
                """, account, at.toEpochMilli(), told ? 1 : 0);
    }

    /** Index auth_deletions_untold. */
    List<Deletion> untold(Connection connection, String after, int limit) throws SQLException {
        var sql = SELECT + " AND d.told = 0 ORDER BY d.account LIMIT ?";
        return Rows.all(connection, sql, DeletionTable::deletion, after, limit);
    }

    /** Index auth_deletions_pending. */
    List<Deletion> pending(Connection connection, Instant before, String after, int limit) throws SQLException {
        var sql = SELECT + " AND d.forgotten = 0 AND d.told = 1 AND d.at < ? ORDER BY d.account LIMIT ?";
        return Rows.all(connection, sql, DeletionTable::deletion, after, before.toEpochMilli(), limit);
    }

    /** Primary key. */
    List<Deletion> every(Connection connection, Instant before, String after, int limit) throws SQLException {
        var sql = SELECT + " AND d.told = 1 AND d.at < ? ORDER BY d.account LIMIT ?";
        return Rows.all(connection, sql, DeletionTable::deletion, after, before.toEpochMilli(), limit);
    }

    void told(Connection connection, String account) throws SQLException {
        Rows.change(connection, "UPDATE auth_deletions SET told = 1 WHERE account = ?", account);
    }

    void forgotten(Connection connection, String account, boolean done) throws SQLException {
        Rows.change(connection, "UPDATE auth_deletions SET forgotten = ? WHERE account = ?", done ? 1 : 0, account);
    }

    /** Index auth_deletions_by_time. */
    void purge(Connection connection, Instant before) throws SQLException {
        Rows.change(connection, "DELETE FROM auth_deletions WHERE at < ? AND forgotten = 1", before.toEpochMilli());
    }

    private static Deletion deletion(ResultSet row) throws SQLException {
        return new Deletion(
                row.getString("account"), Instant.ofEpochMilli(row.getLong("at")), row.getInt("forgotten") == 1);
    }
}
