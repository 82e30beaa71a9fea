package org.wvwbuilder.data;

import java.sql.SQLException;
import org.wvwbuilder.plugin.Database.Work;

/** The connection of the one writer, and its transactions. Opened again when it is broken. */
final class WriteConnection implements AutoCloseable {
    private final SqliteFile file;
    private StatementCache statements;

    WriteConnection(SqliteFile file) throws SQLException {
        this.file = file;
        this.statements = new StatementCache(file.writer());
    }

    /** Another process may be writing: a command, a shell. Then we wait here, where it costs no processor's thread. */
    void begin(long end) throws SQLException {
        if (statements == null) statements = new StatementCache(file.writer());
        while (true) {
            try {
                statements.execute("begin immediate");
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

    /** @param first whether nobody's work stands in the transaction yet, so that all of it may be rolled back */
    <T> T work(Work<T> work, boolean first) throws SQLException {
        if (!first) statements.execute("savepoint member");
        T result = LentConnection.lend(statements, work);
        if (!first) statements.execute("release member");
        return result;
    }

    void commit() throws SQLException {
        statements.execute("commit");
    }

    /** False when SQLite has already given up the whole transaction. */
    boolean rollBackToSavepoint(Throwable failed) {
        try {
            statements.execute("rollback to member");
            statements.execute("release member");
            return true;
        } catch (SQLException gone) {
            failed.addSuppressed(gone);
            return false;
        }
    }

    /** SQLite has sometimes rolled back by itself already. If in doubt, the connection is replaced. */
    void rollBack(Throwable failed) {
        try {
            statements.execute("rollback");
        } catch (SQLException error) {
            if (String.valueOf(error.getMessage()).contains("no transaction is active")) return;
            failed.addSuppressed(error);
            discard(failed);
        }
    }

    private void discard(Throwable failed) {
        try {
            statements.connection().close();
        } catch (SQLException error) {
            failed.addSuppressed(error);
        }
        statements = null;
    }

    /** Moves the log into the file and leaves fresh statistics for the query planner. */
    @Override
    public void close() throws SQLException {
        if (statements == null) return;
        try (var connection = statements.connection();
                var statement = connection.createStatement()) {
            statement.execute("pragma optimize");
            statement.execute("pragma wal_checkpoint(truncate)");
        }
        statements = null;
    }
}
