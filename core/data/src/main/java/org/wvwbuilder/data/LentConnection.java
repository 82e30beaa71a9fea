package org.wvwbuilder.data;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.sqlite.SQLiteConnection;
import org.wvwbuilder.kernel.Breakable;
import org.wvwbuilder.plugin.Database.Work;

/** A connection as work sees it: of no use once the work has ended, and its transaction is out of reach. */
final class LentConnection implements InvocationHandler {
    private static final System.Logger LOG = System.getLogger(LentConnection.class.getName());
    private final Connection real;
    private final List<Statement> statements = new ArrayList<>();
    private volatile boolean ended;

    private final Optional<StatementCache> cache;

    private LentConnection(Connection real, Optional<StatementCache> cache) {
        this.real = real;
        this.cache = cache;
    }

    /** Runs the work on a connection that is lent for just as long. */
    static <T> T lend(Connection real, Work<T> work) throws SQLException {
        return new LentConnection(real, Optional.empty()).lend(work);
    }

    /** The same, with statements that stay compiled. */
    static <T> T lend(StatementCache cache, Work<T> work) throws SQLException {
        return new LentConnection(cache.connection(), Optional.of(cache)).lend(work);
    }

    private <T> T lend(Work<T> work) throws SQLException {
        try {
            return work.run((Connection) Proxy.newProxyInstance(
                    LentConnection.class.getClassLoader(), new Class<?>[] {Connection.class, Breakable.class}, this));
        } finally {
            end();
        }
    }

    /** An open statement would keep the snapshot, and with it every later reader of the connection, in the past. */
    private void end() throws SQLException {
        ended = true;
        for (var statement : statements) statement.close();
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Breakable.class) {
            breakOff();
            return null;
        }
        if (ended) throw new SQLException("the connection was used after its work ended; keep it within the work");
        switch (method.getName()) {
            case "close", "commit", "abort", "setAutoCommit", "setReadOnly", "setTransactionIsolation" ->
                refuse(method);
            case "rollback" -> {
                if (arguments == null) refuse(method);
            }
            default -> {}
        }
        try {
            var result = cache.isPresent() && isPlainPrepare(method, arguments)
                    ? CachedStatement.of(cache.get(), (String) arguments[0])
                    : method.invoke(real, arguments);
            if (result instanceof Statement statement) statements.add(statement);
            return result;
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private void breakOff() {
        try {
            if (real.isWrapperFor(SQLiteConnection.class)) {
                real.unwrap(SQLiteConnection.class).getDatabase().interrupt();
            } else {
                // Returns when PostgreSQL has been told: later it would hit whoever has the connection next.
                real.unwrap(PGConnection.class).cancelQuery();
            }
        } catch (SQLException gone) {
            LOG.log(System.Logger.Level.WARNING, "a query that takes too long could not be broken off", gone);
        }
    }

    private static boolean isPlainPrepare(Method method, Object[] arguments) {
        return method.getName().equals("prepareStatement") && arguments.length == 1;
    }

    private static void refuse(Method method) throws SQLException {
        throw new SQLException(
                method.getName() + " is the server's to call: return from the work to commit, throw to roll back");
    }
}
