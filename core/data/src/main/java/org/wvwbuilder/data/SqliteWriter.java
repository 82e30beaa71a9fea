package org.wvwbuilder.data;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.plugin.Database.DatabaseException;
import org.wvwbuilder.plugin.Database.DatabaseException.Kind;
import org.wvwbuilder.plugin.Database.Work;

/**
 * The one connection that writes to the SQLite file, and the queue in front of it: first come, first served. Whoever
 * finds others waiting leaves its transaction open for the next, and the last one commits for all of them: one fsync for
 * the group. Nobody returns before that commit.
 */
final class SqliteWriter implements AutoCloseable {
    private final Duration patience;
    private final WriteConnection connection;

    /** Whoever holds it uses the connection. Not a lock, because the committer gives back what another took. */
    private final Semaphore turn = new Semaphore(1, true);

    private final AtomicInteger waiting = new AtomicInteger();

    /** The fsync of a commit would block one of the few threads that carry all virtual ones: it gets its own. */
    private final ExecutorService committer = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("sqlite-commit").daemon().factory());

    /** The transaction that is open, or null. Guarded by the turn. */
    private WriteGroup group;

    /** Guarded by the turn. */
    private boolean closed;

    SqliteWriter(SqliteFile file, Duration patience) throws SQLException {
        this.patience = patience;
        this.connection = new WriteConnection(file);
    }

    <T> T write(Work<T> work) {
        long end = System.nanoTime() + patience.toNanos();
        enter(end);
        T result;
        WriteGroup mine;
        try {
            if (group == null) {
                connection.begin(end);
                group = new WriteGroup();
            }
            result = connection.work(work, group.first());
            mine = group;
            mine.join();
        } catch (Throwable failed) {
            fail(failed);
            if (failed instanceof SQLException error) throw SqliteErrors.translate(error);
            throw unchecked(failed);
        }
        leave();
        // An owner of a group that was left open for somebody who then gave up waiting must commit it after all.
        mine.await(() -> {
            if (!turn.tryAcquire()) return;
            if (group == mine) committer.execute(this::commit);
            else turn.release();
        });
        return result;
    }

    /** Keeps everybody else of this process from writing meanwhile. */
    void pause(Store.Migration work) throws Fault, SQLException {
        enter(System.nanoTime() + patience.toNanos());
        try {
            if (group != null) settle();
            work.run();
        } finally {
            turn.release();
        }
    }

    private void enter(long end) {
        waiting.incrementAndGet();
        try {
            if (turn.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                if (!closed) return;
                turn.release();
                throw Pool.closed();
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.decrementAndGet();
        }
        throw new DatabaseException(
                Kind.BUSY, "too many writers wait for the database; try again in a few seconds", null);
    }

    private void leave() {
        if (waiting.get() > 0 && group.mayGrow()) turn.release();
        else committer.execute(this::commit);
    }

    /** The committer's part; gives back the turn. */
    private void commit() {
        try {
            settle();
        } finally {
            turn.release();
        }
    }

    private void settle() {
        var settled = group;
        group = null;
        try {
            connection.commit();
            settled.committed();
        } catch (SQLException error) {
            connection.rollBack(error);
            settled.failed(error);
        }
    }

    /** Undoes the failed work alone where that is possible, else that of the whole group. */
    private void fail(Throwable failed) {
        if (group == null) {
            turn.release();
        } else if (group.first()) {
            group = null;
            connection.rollBack(failed);
            turn.release();
        } else if (connection.rollBackToSavepoint(failed)) {
            leave();
        } else {
            var lost = group;
            group = null;
            connection.rollBack(failed);
            lost.failed(failed);
            turn.release();
        }
    }

    private static RuntimeException unchecked(Throwable failed) {
        if (failed instanceof Error error) throw error;
        return (RuntimeException) failed;
    }

    /** Moves the log into the file and leaves fresh statistics for the query planner. */
    boolean busy() {
        return turn.availablePermits() == 0;
    }

    /** How many wait for their turn. */
    int waiting() {
        return turn.getQueueLength();
    }

    @Override
    public void close() throws SQLException {
        turn.acquireUninterruptibly();
        try {
            closed = true;
            if (group != null) settle();
            connection.close();
        } finally {
            turn.release();
            committer.shutdown();
        }
    }
}
