package org.wvwbuilder.loadtest.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends a run before its time: because the operator says so, or because it took as long as any run may. */
public final class Stop {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final long deadline;
    private volatile long moment = Long.MAX_VALUE;
    private volatile String why = "";

    public Stop(Duration longest) {
        deadline = System.nanoTime() + longest.toNanos();
    }

    public void now(String reason) {
        synchronized (this) {
            if (!why.isEmpty()) return;
            why = reason;
            moment = System.nanoTime();
        }
        asked.countDown();
    }

    public boolean asked() {
        if (why.isEmpty() && System.nanoTime() - deadline > 0) now("it took as long as a run may");
        return !why.isEmpty();
    }

    /** Why it was ended; empty when it was not. */
    public String why() {
        return why;
    }

    /** When it was asked for, by {@link System#nanoTime}. */
    long moment() {
        return moment;
    }

    /** Waits for a moment, or until the run is ended. */
    void awaitUntil(long nanoTime) throws InterruptedException {
        for (var left = nanoTime - System.nanoTime(); left > 0 && !asked(); left = nanoTime - System.nanoTime()) {
            asked.await(Math.min(left, 200_000_000), TimeUnit.NANOSECONDS);
        }
    }
}
