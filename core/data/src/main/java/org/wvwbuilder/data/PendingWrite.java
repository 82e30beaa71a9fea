package org.wvwbuilder.data;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.wvwbuilder.kernel.CallContext;
import org.wvwbuilder.plugin.Database.DatabaseException;
import org.wvwbuilder.plugin.Database.DatabaseException.Kind;
import org.wvwbuilder.plugin.Database.Work;

/** Work that somebody waits for until the writer has done it and it is safe on disk. */
final class PendingWrite<T> {
    private enum State {
        WAITING,
        BEGUN,
        WITHDRAWN
    }

    private final Work<T> work;
    private final CallContext caller = CallContext.here();
    private final long end;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final CountDownLatch settled = new CountDownLatch(1);

    /** Written by the writer before it settles, read by the caller afterwards. */
    private T result;

    private Throwable failure;

    PendingWrite(Work<T> work, Duration patience) {
        this.work = work;
        this.end = System.nanoTime() + patience.toNanos();
    }

    /** When the caller gives up, by {@link System#nanoTime()}. */
    long end() {
        return end;
    }

    /** The writer's claim. False when the caller has given up. */
    boolean begin() {
        return state.compareAndSet(State.WAITING, State.BEGUN);
    }

    /** The caller's. False when the writer has begun: then it must be waited for, as it will be committed. */
    boolean withdraw() {
        return state.compareAndSet(State.WAITING, State.WITHDRAWN);
    }

    boolean withdrawn() {
        return state.get() == State.WITHDRAWN;
    }

    /** Does it, as if the caller did. */
    void run(WriteConnection connection, boolean first) throws Exception {
        result = caller.call(() -> connection.work(work, first));
    }

    void committed() {
        settled.countDown();
    }

    /** Nothing of it remains in the database. */
    void failed(Throwable why) {
        failure = why;
        settled.countDown();
    }

    /**
     * Waits in the caller's thread.
     *
     * @throws DatabaseException when it could not be done, or not soon enough; then nothing was changed
     */
    T await() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    if (settled()) return answer();
                } catch (InterruptedException asked) {
                    interrupted = true;
                }
                if (withdraw()) throw tooMany();
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    /** False when the caller's patience has ended before the writer began. */
    private boolean settled() throws InterruptedException {
        if (state.get() == State.WAITING) return settled.await(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        settled.await();
        return true;
    }

    private T answer() {
        if (failure == null) return result;
        if (failure instanceof SQLException error) throw SqliteErrors.translate(error);
        joinTraces();
        if (failure instanceof Error error) throw error;
        throw (RuntimeException) failure;
    }

    /** Whoever reads the log wants to know who asked. An exception that is thrown again and again knows already. */
    private void joinTraces() {
        var there = failure.getStackTrace();
        var here = new Throwable().getStackTrace();
        if (Arrays.asList(there).contains(here[1])) return;
        var joined = Arrays.copyOf(there, there.length + here.length);
        System.arraycopy(here, 0, joined, there.length, here.length);
        failure.setStackTrace(joined);
    }

    static DatabaseException tooMany() {
        return new DatabaseException(
                Kind.BUSY, "too many writers wait for the database; try again in a few seconds", null);
    }
}
