package org.wvwbuilder.data;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.plugin.Database.Work;

/**
 * The one connection that writes to the SQLite file, a thread of its own that does all work on it, and the queue in front:
 * first come, first served. Whatever waits when a work is done joins its transaction: one fsync for the group. Nobody
 * returns before that commit.
 *
 * <p>Why not each in its own thread: virtual threads have no priority, so on a crowded machine whoever got its turn would
 * first wait behind every request that reads, and all other writers behind it.
 */
final class SqliteWriter implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SqliteWriter.class.getName());

    private final Duration patience;
    private final WriteConnection connection;
    private final BlockingQueue<PendingWrite<?>> queue = new LinkedBlockingQueue<>();
    private final Thread thread;

    /** Whoever holds it uses the connection: the thread, or who pauses it. */
    private final Semaphore turn = new Semaphore(1, true);

    private final PendingWrite<Void> last = new PendingWrite<>(nothing -> null, Duration.ZERO);
    private volatile boolean closed;

    SqliteWriter(SqliteFile file, Duration patience) throws SQLException {
        this.patience = patience;
        this.connection = new WriteConnection(file);
        this.thread = Thread.ofPlatform().name("sqlite-writer").daemon().start(this::serve);
    }

    <T> T write(Work<T> work) {
        var write = new PendingWrite<>(work, patience);
        queue.add(write);
        // Behind the last one nobody would look at it any more.
        if (closed && write.withdraw()) throw Pool.closed();
        try {
            return write.await();
        } finally {
            if (write.withdrawn()) queue.remove(write);
        }
    }

    private void serve() {
        while (true) {
            try {
                var next = queue.take();
                if (next == last) return;
                if (next.begin()) serve(next);
            } catch (InterruptedException nobody) {
                // Nobody knows this thread: only close() ends it.
            } catch (RuntimeException | Error defect) {
                // Without this thread nobody could write any more.
                LOG.log(System.Logger.Level.ERROR, "a write ended in a way that nobody thought of", defect);
            }
        }
    }

    private void serve(PendingWrite<?> first) {
        turn.acquireUninterruptibly();
        try {
            connection.begin(first.end());
        } catch (Throwable failed) {
            turn.release();
            first.failed(failed);
            return;
        }
        try {
            var group = new WriteGroup(connection);
            for (var next = first; next != null; next = group.mayGrow() ? next() : null) {
                if (!group.add(next)) return;
            }
            group.commit();
        } finally {
            turn.release();
        }
    }

    /** The next of those who wait and still want it. */
    private PendingWrite<?> next() {
        while (true) {
            var next = queue.poll();
            if (next == null) return null;
            if (next == last) {
                queue.add(last);
                return null;
            }
            if (next.begin()) return next;
        }
    }

    /** Keeps everybody else of this process from writing meanwhile. */
    void pause(Store.Migration work) throws Fault, SQLException {
        if (!taken()) throw PendingWrite.tooMany();
        try {
            if (closed) throw Pool.closed();
            work.run();
        } finally {
            turn.release();
        }
    }

    private boolean taken() {
        try {
            return turn.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether somebody writes now. */
    boolean busy() {
        return turn.availablePermits() == 0;
    }

    /** How many wait for the writer. */
    int waiting() {
        return queue.size();
    }

    /** Does what waits, then moves the log into the file and leaves fresh statistics for the query planner. */
    @Override
    public void close() throws SQLException {
        if (closed) return;
        closed = true;
        queue.add(last);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException asked) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
        turn.acquireUninterruptibly();
        try {
            connection.close();
        } finally {
            turn.release();
        }
    }
}
