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
    /** Characters or bytes. */
    private static final int LARGE = 4096;

    private final StatementCache cache;
    private final String sql;
    private final PreparedStatement real;
    private ResultSet rows;
    private boolean closed;

    /** Whether it was changed in a way that its next user should not inherit. */
    private boolean spoilt;

    /** The last parameter that was set. */
    private int last;

    /** Whether a parameter is larger than what may lie about until somebody sets it anew. */
    private boolean large;

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
            default -> note(method, arguments);
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

    private void note(Method method, Object[] arguments) {
        boolean parameter =
                arguments != null && arguments.length > 1 && method.getName().startsWith("set");
        if (!parameter) return;
        last = Math.max(last, (int) arguments[0]);
        large |= isLarge(arguments[1]);
    }

    private static boolean isLarge(Object value) {
        return switch (value) {
            case CharSequence text -> text.length() > LARGE;
            case byte[] bytes -> bytes.length > LARGE;
            case Number number -> false;
            case Boolean truth -> false;
            case null -> false;
            default -> true;
        };
    }

    private void close() throws SQLException {
        if (closed) return;
        closed = true;
        if (rows != null) rows.close();
        if (spoilt) {
            real.close();
        } else {
            forget();
            cache.give(sql, real);
        }
    }

    /** The next user inherits no value. Whatever is cleared, SQLite compiles anew, so that small ones are overwritten instead. */
    private void forget() throws SQLException {
        if (large) {
            real.clearParameters();
        } else {
            for (int i = 1; i <= last; i++) real.setObject(i, null);
        }
    }
}
