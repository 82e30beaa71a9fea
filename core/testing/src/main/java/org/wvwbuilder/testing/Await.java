package org.wvwbuilder.testing;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for something that another thread or process is about to do, and fails when it does not. */
public final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Await() {}

    /**
     * Returns once the condition holds.
     *
     * @param what completes the sentence "20 seconds passed, but not …"
     */
    public static void until(String what, Callable<Boolean> condition) {
        until(what, PATIENCE, condition);
    }

    public static void until(String what, Duration patience, Callable<Boolean> condition) {
        value(what, patience, () -> condition.call() ? Optional.of(true) : Optional.empty());
    }

    /** Returns the value as soon as there is one. */
    public static <T> T value(String what, Callable<Optional<T>> source) {
        return value(what, PATIENCE, source);
    }

    public static <T> T value(String what, Duration patience, Callable<Optional<T>> source) {
        long end = System.nanoTime() + patience.toNanos();
        Exception last = null;
        do {
            try {
                var value = source.call();
                if (value.isPresent()) return value.get();
                last = null;
            } catch (Exception notYet) {
                last = notYet;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        } while (System.nanoTime() < end && !Thread.currentThread().isInterrupted());
        throw new AssertionError(patience.toSeconds() + " seconds passed, but not: " + what, last);
    }
}
