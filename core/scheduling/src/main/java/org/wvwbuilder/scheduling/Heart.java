package org.wvwbuilder.scheduling;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Lets the other nodes know that this one lives, and notices when one of them does not. */
final class Heart implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Heart.class.getName());
    private static final Duration BEAT = Duration.ofSeconds(2);

    /** Who was not heard of for so long is gone: taken over within ten seconds. */
    static final Duration SILENCE = Duration.ofSeconds(7);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("jobs-heart").factory());

    Heart(Runnable beat) {
        thread.scheduleWithFixedDelay(() -> surviving(beat), 0, BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A database that is away for a moment must not stop the heart for ever. */
    private static void surviving(Runnable beat) {
        try {
            beat.run();
        } catch (RuntimeException away) {
            LOG.log(Level.WARNING, "the other nodes could not be told that this one lives", away);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
