package org.wvwbuilder.dashboard;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.wvwbuilder.plugin.Database.DatabaseException;

/**
 * Writes the log behind what happens: all that came within a fifth of a second in one transaction, so that a busy evening
 * costs those who save their builds five writes a second and no more. What the database refuses is tried again for half a
 * minute; what is still there when the plugin closes is written then.
 */
final class Recorder implements AutoCloseable {
    private static final int MOST = 1_000;
    private static final int BEAT_MILLIS = 200;
    private static final int TRIES = 30;
    private static final int PAUSE_MILLIS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ActivityLog activities;
    private final Logger log;
    private final BlockingQueue<Logged> waiting = new ArrayBlockingQueue<>(MOST);
    private final LongAdder dropped = new LongAdder();
    private final LongAdder turnedAway = new LongAdder();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    Recorder(ActivityLog activities, Logger log) {
        this.activities = activities;
        this.log = log;
        this.thread = Thread.ofVirtual().name("dashboard").start(this::work);
    }

    /** Waits a while when too much is under way: the events wait behind it, in their own bounded queue. */
    void take(Logged one) throws InterruptedException {
        if (waiting.offer(one, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) return;
        dropped.increment();
        turnedAway.increment();
    }

    /** How many were not written since the start, and never will be. */
    long dropped() {
        return dropped.sum();
    }

    private void work() {
        try {
            while (true) {
                boolean last = closing.getCount() == 0;
                var some = new ArrayList<Logged>();
                var first = waiting.poll(last ? 0 : BEAT_MILLIS, TimeUnit.MILLISECONDS);
                if (first == null) {
                    if (last) return;
                    continue;
                }
                some.add(first);
                pause(BEAT_MILLIS);
                waiting.drainTo(some);
                write(some);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Shorter when the plugin closes meanwhile. @return whether it does */
    private boolean pause(int millis) throws InterruptedException {
        return closing.await(millis, TimeUnit.MILLISECONDS);
    }

    private void write(List<Logged> some) throws InterruptedException {
        try {
            keepTrying(some);
        } catch (InterruptedException stop) {
            miss(some.size(), stop);
            throw stop;
        }
    }

    private void keepTrying(List<Logged> some) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                activities.add(some);
                tellTurnedAway();
                return;
            } catch (DatabaseException refused) {
                if (attempt == TRIES || Thread.currentThread().isInterrupted()) {
                    miss(some.size(), refused);
                    return;
                }
                if (pause(PAUSE_MILLIS)) Thread.sleep(BEAT_MILLIS);
            } catch (RuntimeException failed) {
                miss(some.size(), failed);
                return;
            }
        }
    }

    private void tellTurnedAway() {
        long away = turnedAway.sumThenReset();
        if (away > 0) log.log(Level.WARNING, "{0} activities are missing in the dashboard: too many waited", away);
    }

    private void miss(int some, Exception why) {
        dropped.add(some);
        log.log(Level.WARNING, some + " activities are missing in the dashboard", why);
    }

    /** Writes what waits; what the database does not take within a few seconds is lost, and the log says so. */
    @Override
    public void close() {
        closing.countDown();
        try {
            if (!thread.join(PATIENCE)) {
                thread.interrupt();
                thread.join(Duration.ofSeconds(1));
            }
        } catch (InterruptedException hurry) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
        var rest = new ArrayList<Logged>();
        waiting.drainTo(rest);
        if (!rest.isEmpty()) miss(rest.size(), new IllegalStateException("the plugin has closed"));
        tellTurnedAway();
    }
}
