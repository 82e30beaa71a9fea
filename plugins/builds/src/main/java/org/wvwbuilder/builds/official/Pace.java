package org.wvwbuilder.builds.official;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Keeps to what the official API grants an address: 300 requests at once, and five more each second. We take half of
 * both, since players of the guild may use the API from the same address.
 */
final class Pace {
    private static final double LARGEST = 150;
    private static final double A_SECOND = 2.5;

    private final InstantSource clock;
    private final Sleeper sleeper;
    private double left = LARGEST;
    private Instant filled;

    Pace(InstantSource clock, Sleeper sleeper) {
        this.clock = clock;
        this.sleeper = sleeper;
        this.filled = clock.instant();
    }

    /** Waits until one more request is fair. */
    synchronized void take() throws InterruptedException {
        fill();
        while (left < 1) {
            sleeper.sleep(Duration.ofMillis((long) Math.ceil((1 - left) / A_SECOND * 1000)));
            fill();
        }
        left--;
    }

    void pause(Duration some) throws InterruptedException {
        sleeper.sleep(some);
    }

    private void fill() {
        var now = clock.instant();
        var passed = Duration.between(filled, now).toMillis() / 1000.0;
        // A clock that was put back must not take what is left.
        if (passed > 0) left = Math.min(LARGEST, left + passed * A_SECOND);
        filled = now;
    }

    /** Waiting, which tests do by putting the clock forward. */
    @FunctionalInterface
    public interface Sleeper {
        void sleep(Duration some) throws InterruptedException;
    }
}
