package org.wvwbuilder.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the statements of one SQLite connection compiled, which its driver does not. Used by one thread at a time. */
final class StatementCache {
    private static final int MOST = 100;

    private final Connection connection;

    /** Those not in use, the one used longest ago first. */
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>(16, 0.75f, true);

    StatementCache(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** A statement of the caller's own, to be given back or closed. */
    PreparedStatement take(String sql) throws SQLException {
        var known = idle.remove(sql);
        return known == null ? connection.prepareStatement(sql) : known;
    }

    /** Takes back a statement as good as new. */
    void give(String sql, PreparedStatement statement) throws SQLException {
        var second = idle.putIfAbsent(sql, statement);
        if (second != null) statement.close();
        if (idle.size() > MOST) {
            var oldest = idle.entrySet().iterator().next();
            idle.remove(oldest.getKey());
            oldest.getValue().close();
        }
    }

    /** Runs a statement without parameters and results. */
    void execute(String sql) throws SQLException {
        var statement = take(sql);
        try {
            statement.execute();
        } catch (SQLException failed) {
            statement.close();
            throw failed;
        }
        give(sql, statement);
    }
}
