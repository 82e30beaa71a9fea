package org.wvwbuilder.dashboard;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Writes the log behind what happens: all that came within a fifth of a second in one transaction, so that a busy evening
 * costs those who save their builds five writes a second and no more.
 */
final class Recorder implements AutoCloseable {
    private static final int MOST = 1_000;
    private static final int BEAT_MILLIS = 200;

    private final ActivityLog activities;
    private final Logger log;
    private final BlockingQueue<Logged> waiting = new ArrayBlockingQueue<>(MOST);
    private final Thread thread;

    Recorder(ActivityLog activities, Logger log) {
        this.activities = activities;
        this.log = log;
        this.thread = Thread.ofVirtual().name("dashboard").start(this::work);
    }

    /** Waits when too much is under way: the events wait behind it, in their own bounded queue. */
    void take(Logged one) throws InterruptedException {
        waiting.put(one);
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var some = new ArrayList<Logged>();
                some.add(waiting.take());
                Thread.sleep(BEAT_MILLIS);
                waiting.drainTo(some);
                write(some);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(ArrayList<Logged> some) {
        try {
            activities.add(some);
        } catch (RuntimeException failed) {
            log.log(Level.WARNING, some.size() + " activities are missing in the dashboard", failed);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        var rest = new ArrayList<Logged>();
        waiting.drainTo(rest);
        if (!rest.isEmpty()) write(rest);
    }
}
