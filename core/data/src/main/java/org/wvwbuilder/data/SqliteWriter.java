package org.wvwbuilder.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.wvwbuilder.plugin.Database.DatabaseException;
import org.wvwbuilder.plugin.Database.DatabaseException.Kind;
import org.wvwbuilder.plugin.Database.Work;

/** The one connection that writes to the SQLite file, and the queue in front of it: first come, first served. */
final class SqliteWriter implements AutoCloseable {
    private final SqliteFile file;
    private final Duration patience;
    private final ReentrantLock turn = new ReentrantLock(true);
    private Connection connection;

    SqliteWriter(SqliteFile file, Duration patience) throws SQLException {
        this.file = file;
        this.patience = patience;
        this.connection = file.writer();
    }

    <T> T write(Work<T> work) {
        long end = System.nanoTime() + patience.toNanos();
        await(end);
        try {
            return transaction(work, end);
        } catch (SQLException error) {
            throw SqliteErrors.translate(error);
        } finally {
            turn.unlock();
        }
    }

    /** Keeps everybody else of this process from writing meanwhile. */
    void pause(Store.Migration work) throws org.wvwbuilder.kernel.Fault, SQLException {
        await(System.nanoTime() + patience.toNanos());
        try {
            work.run();
        } finally {
            turn.unlock();
        }
    }

    private void await(long end) {
        try {
            if (turn.tryLock(end - System.nanoTime(), TimeUnit.NANOSECONDS)) return;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
        throw new DatabaseException(
                Kind.BUSY, "too many writers wait for the database; try again in a few seconds", null);
    }

    private <T> T transaction(Work<T> work, long end) throws SQLException {
        begin(end);
        try {
            T result = LentConnection.lend(connection, work);
            execute("commit");
            return result;
        } catch (Throwable failed) {
            rollBack(failed);
            throw failed;
        }
    }

    /** Another process may be writing: a command, a shell. Then we wait here, where it costs no processor's thread. */
    private void begin(long end) throws SQLException {
        if (connection == null) connection = file.writer();
        while (true) {
            try {
                execute("begin immediate");
                return;
            } catch (SQLException error) {
                if (!SqliteErrors.busy(error) || System.nanoTime() > end) throw error;
                sleep(error);
            }
        }
    }

    private static void sleep(SQLException error) throws SQLException {
        try {
            Thread.sleep(5);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            throw error;
        }
    }

    /** SQLite has sometimes rolled back by itself already. If in doubt, the connection is replaced. */
    private void rollBack(Throwable failed) {
        try {
            execute("rollback");
        } catch (SQLException error) {
            if (error.getMessage().contains("no transaction is active")) return;
            failed.addSuppressed(error);
            discard(failed);
        }
    }

    private void discard(Throwable failed) {
        try {
            connection.close();
        } catch (SQLException error) {
            failed.addSuppressed(error);
        }
        connection = null;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Moves the log into the file and leaves fresh statistics for the query planner. */
    @Override
    public void close() throws SQLException {
        turn.lock();
        try {
            if (connection == null) return;
            execute("pragma optimize");
            execute("pragma wal_checkpoint(truncate)");
            connection.close();
            connection = null;
        } finally {
            turn.unlock();
        }
    }
}
