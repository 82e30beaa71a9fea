package org.wvwbuilder.kernel;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;

/**
 * A call into a plugin that may not come back, from its beginning until the plugin's own code has returned. It is made
 * on the thread that makes this object, watched by another, and interrupted when it takes too long; but not while the
 * database takes over what it wrote.
 */
public abstract class Call {
    static final ScopedValue<Call> CURRENT = ScopedValue.newInstance();
    private static final long HELD_UP = Long.MAX_VALUE;

    private final Calls calls;
    private final Patience patience;
    /** The thread that the plugin's code is on: the caller's own, or one of the database's. */
    private Thread thread = Thread.currentThread();

    private volatile long since = System.nanoTime();
    private boolean over;
    private boolean late;
    private boolean shielded;
    private StackTraceElement[] place = {};
    private final Queries queries = new Queries();

    protected Call(Calls calls, Patience patience) {
        this.calls = calls;
        this.patience = patience;
    }

    /** What it is, for the log: {@code GET /api/v1/builds}. */
    protected abstract String what();

    /** Answers whoever waits for it, on the thread of the watch, after it was interrupted. */
    protected void tooLate() {}

    /** Makes the call. @throws TimeoutException instead of what it threw after it was interrupted */
    public final <T> T run(Callable<T> work) throws Exception {
        calls.enter(this);
        try {
            return ScopedValue.where(CURRENT, this)
                    .where(Queries.CURRENT, queries)
                    .call(work::call);
        } catch (Exception thrown) {
            if (!isLate()) throw thrown;
            var told =
                    new TimeoutException("it did not end within " + patience.text() + " (" + patience.setting() + ")");
            told.initCause(thrown);
            throw told;
        } finally {
            returned();
            calls.leave(this);
            // Was meant for the plugin's code only.
            if (isLate()) Thread.interrupted();
        }
    }

    /**
     * The plugin's own code has returned, though what it answered may be on its way yet.
     *
     * @return false when that was too late: somebody else has answered
     */
    public final boolean returned() {
        synchronized (this) {
            if (over) return !late;
            over = true;
            if (late) return false;
        }
        if (since != HELD_UP && System.nanoTime() - since > patience.slow().toNanos()) calls.slow();
        return true;
    }

    public final synchronized boolean isLate() {
        return late;
    }

    /** The call waits for somebody who is not the plugin, such as a client that sends slowly. */
    public final void holdUp() {
        since = HELD_UP;
    }

    /** It goes on; its time begins anew. */
    public final void goOn() {
        since = System.nanoTime();
    }

    /** From now on it is not interrupted. @return false when it was already */
    final synchronized boolean shield() {
        if (late) return false;
        shielded = true;
        return true;
    }

    /** The plugin's code goes on, on this thread. @return false when it is too late for that */
    final synchronized boolean expose() {
        thread = Thread.currentThread();
        shielded = false;
        return !late;
    }

    /** Interrupts it if its time is over. @return whether that was now */
    final boolean interrupt(long now) {
        var began = since;
        synchronized (this) {
            if (over
                    || late
                    || began == HELD_UP
                    || now - began < patience.most().toNanos()) return false;
            late = true;
            // An interrupt moves it on.
            place = thread.getStackTrace();
            if (!shielded) {
                // First, as the interrupt may end the connection, and the query would go on at the database's end.
                queries.breakOff();
                thread.interrupt();
            }
            return true;
        }
    }

    final Patience patience() {
        return patience;
    }

    /** Where its thread stood when its time was over. */
    final synchronized StackTraceElement[] place() {
        return place.clone();
    }
}
