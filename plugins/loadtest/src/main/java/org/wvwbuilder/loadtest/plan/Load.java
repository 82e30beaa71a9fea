package org.wvwbuilder.loadtest.plan;

import java.time.Duration;

/** How requests are made. */
public sealed interface Load {

    /**
     * Closed: a fixed number of callers, each of whom waits for an answer before asking again. One endpoint after the
     * other, each with its own numbers. When the server stalls the callers stop asking, so stalls hardly show.
     */
    record Closed() implements Load {}

    /**
     * Open: requests arrive by a schedule, whether or not the server keeps up, and each one's time counts from the moment
     * at which it was due.
     *
     * @param rate requests a second
     * @param length of one round
     * @param atOnce how many may be under way; what is due while all are waits, and its waiting counts
     */
    record Open(double rate, Duration length, int atOnce) implements Load {
        public Open {
            if (!(rate >= 0.1 && rate <= Limits.RATE)) {
                throw new IllegalArgumentException("--rate wants requests a second, 0.1 to " + Limits.RATE);
            }
            if (length.compareTo(Duration.ofSeconds(1)) < 0 || length.compareTo(Limits.RUN) > 0) {
                throw new IllegalArgumentException("--for wants 1s to 10m");
            }
            if (atOnce < 1 || atOnce > Limits.AT_ONCE) {
                throw new IllegalArgumentException("--outstanding wants 1 to " + Limits.AT_ONCE);
            }
        }

        /** The requests of one round. */
        public int arrivals() {
            return Math.max(1, (int) Math.min(Limits.REQUESTS + 1L, Math.round(rate * length.toMillis() / 1000)));
        }
    }
}
