package org.wvwbuilder.data;

import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.wvwbuilder.plugin.Database.DatabaseException;
import org.wvwbuilder.plugin.Database.DatabaseException.Kind;

/** Writers whose work stands in one transaction. */
final class WriteGroup {
    private static final int MOST = 64;
    private static final long OLDEST = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(20);

    private final long began = System.nanoTime();
    private final CountDownLatch settled = new CountDownLatch(1);
    private int members;
    private volatile Throwable failure;

    boolean first() {
        return members == 0;
    }

    void join() {
        members++;
    }

    boolean mayGrow() {
        return members < MOST && System.nanoTime() - began < OLDEST;
    }

    void committed() {
        settled.countDown();
    }

    void failed(Throwable why) {
        failure = why;
        settled.countDown();
    }

    /**
     * Returns when the transaction is committed. Is not interrupted: the commit happens anyway.
     *
     * @param overdue run now and then while nothing happens
     * @throws DatabaseException when it could not be committed
     */
    void await(Runnable overdue) {
        boolean interrupted = false;
        while (true) {
            try {
                if (settled.await(GLANCE, TimeUnit.NANOSECONDS)) break;
                overdue.run();
            } catch (InterruptedException asked) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
        if (failure != null) throw translated();
    }

    private DatabaseException translated() {
        if (!(failure instanceof SQLException error)) {
            return new DatabaseException(
                    Kind.BUSY, "the write was undone together with another that failed; try again", null);
        }
        var known = SqliteErrors.translate(error);
        if (members == 1 || known.kind() != Kind.CONSTRAINT) return known;
        // A deferred constraint speaks up at the commit only, and does not say whose fault it is.
        return new DatabaseException(
                Kind.BUSY, "the write was undone together with another that broke a constraint; try again", error);
    }
}
