package org.wvwbuilder.loadtest;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.wvwbuilder.loadtest.run.Stop;

/** Lets a run that is told to end by a signal tell its result before the process ends. */
final class Interruption implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 15;
    private final CountDownLatch told = new CountDownLatch(1);
    private final Stop stop;
    private final Thread hook = new Thread(this::wind, "loadtest-stop");

    private Interruption(Stop stop) {
        this.stop = stop;
    }

    static Interruption of(Stop stop) {
        var interruption = new Interruption(stop);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    Stop stop() {
        return stop;
    }

    private void wind() {
        stop.now("it was interrupted");
        try {
            told.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        told.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The hook is what is running.
        }
    }
}
