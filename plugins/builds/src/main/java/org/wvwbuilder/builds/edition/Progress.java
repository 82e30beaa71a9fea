package org.wvwbuilder.builds.edition;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** How far a run has come, for whoever watches. */
public final class Progress {
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicInteger total = new AtomicInteger();
    private volatile Runnable watcher = () -> {};

    /** @param step is called after each answer, by the thread that fetches */
    public void watch(Runnable step) {
        watcher = step;
    }

    void begin() {
        done.set(0);
        total.set(0);
        running.set(true);
    }

    void expect(int requests) {
        total.set(requests);
    }

    void step() {
        done.incrementAndGet();
        watcher.run();
    }

    void end() {
        running.set(false);
    }

    public boolean running() {
        return running.get();
    }

    /** Requests that were answered. */
    public int done() {
        return done.get();
    }

    /** Requests in all; 0 until that is known. */
    public int total() {
        return total.get();
    }
}
