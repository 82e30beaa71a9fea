package org.wvwbuilder.data;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A statement as work sees it: closing it gives it back to the cache. */
final class CachedStatement implements InvocationHandler {
    private final StatementCache cache;
    private final String sql;
    private final PreparedStatement real;
    private ResultSet rows;
    private boolean closed;

    /** Whether it was changed in a way that its next user should not inherit. */
    private boolean spoilt;

    private CachedStatement(StatementCache cache, String sql) throws SQLException {
        this.cache = cache;
        this.sql = sql;
        this.real = cache.take(sql);
    }

    static PreparedStatement of(StatementCache cache, String sql) throws SQLException {
        return (PreparedStatement) Proxy.newProxyInstance(
                CachedStatement.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                new CachedStatement(cache, sql));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "close" -> {
                close();
                return null;
            }
            case "isClosed" -> {
                return closed;
            }
            // It closes with the work at the latest.
            case "closeOnCompletion" -> {
                return null;
            }
            case "setMaxRows", "setLargeMaxRows", "setFetchSize", "setQueryTimeout", "addBatch" -> spoilt = true;
            default -> {}
        }
        if (closed) throw new SQLException("the statement is closed");
        try {
            var result = method.invoke(real, arguments);
            if (result instanceof ResultSet opened) rows = opened;
            return result;
        } catch (InvocationTargetException thrown) {
            spoilt = true;
            throw thrown.getCause();
        }
    }

    private void close() throws SQLException {
        if (closed) return;
        closed = true;
        if (rows != null) rows.close();
        if (spoilt) {
            real.close();
        } else {
            real.clearParameters();
            cache.give(sql, real);
        }
    }
}
