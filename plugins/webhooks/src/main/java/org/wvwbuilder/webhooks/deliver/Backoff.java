package org.wvwbuilder.webhooks.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When what failed is tried again: after ten seconds, each time three times later, six hours at most, for a day. */
final class Backoff {
    static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration MOST = Duration.ofHours(6);

    private Backoff() {}

    /**
     * @param attempts so far, at least one
     * @param asked what the receiver asks for
     * @return empty when a day is over by then
     */
    static Optional<Instant> next(
            Instant created, Instant now, long attempts, Optional<Duration> asked, RandomGenerator random) {
        var wait = FIRST;
        for (long i = 1; i < attempts && wait.compareTo(MOST) < 0; i++) wait = wait.multipliedBy(3);
        if (wait.compareTo(MOST) > 0) wait = MOST;
        // A fifth more or less: what failed together need not come back together.
        wait = wait.plusMillis((long) (wait.toMillis() * (random.nextDouble() - 0.5) * 0.4));
        var least = asked.filter(it -> it.compareTo(MOST) < 0).orElse(asked.isPresent() ? MOST : Duration.ZERO);
        var at = now.plus(wait.compareTo(least) < 0 ? least : wait);
        return at.isAfter(created.plus(LONGEST)) ? Optional.empty() : Optional.of(at);
    }
}
