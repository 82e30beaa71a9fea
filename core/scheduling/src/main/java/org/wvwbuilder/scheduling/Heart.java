package org.wvwbuilder.scheduling;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Lets the other nodes know that this one lives, and notices when one of them does not or a command wants something. */
final class Heart implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Heart.class.getName());
    private static final Duration BEAT = Duration.ofSeconds(2);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("jobs-heart").factory());

    private boolean failing;

    @SuppressWarnings("FutureReturnValueIgnored") // a beat lets nothing out that the future could tell
    Heart(Runnable beat) {
        thread.scheduleWithFixedDelay(() -> surviving(beat), 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A database that is away for a moment must not stop the heart for ever, nor fill the log meanwhile. */
    private void surviving(Runnable beat) {
        try {
            beat.run();
            failing = false;
        } catch (RuntimeException | Error away) {
            if (!failing) LOG.log(Level.WARNING, "the database of the jobs could not be asked; tried again", away);
            failing = true;
        }
    }

    @Override
    public void close() {
        // A beat that asks the database is let finish: cut off, it breaks its connection and complains in the log.
        thread.shutdown();
        try {
            if (thread.awaitTermination(BEAT.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        thread.shutdownNow();
    }
}
