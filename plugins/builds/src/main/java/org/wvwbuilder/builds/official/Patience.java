package org.wvwbuilder.builds.official;

import java.time.Duration;
import java.util.Optional;

/** How often a question is asked again, and how long to wait before that. */
public enum Patience {
    /** Nobody waits: what the API asks for is done, up to two minutes at a time. */
    OF_A_JOB(7, Duration.ofMinutes(2)),
    /** Somebody waits for the answer: they had better come back than see nothing for a minute. */
    OF_A_PERSON(3, Duration.ofSeconds(4));

    private static final int TRIES_OF_KEYS = 3;

    private final int tries;
    private final Duration longest;

    Patience(int tries, Duration longest) {
        this.tries = tries;
        this.longest = longest;
    }

    /** As long as the API asks for, else twice as long each time; empty when it is enough. */
    Optional<Duration> pause(int attempt, Reply.Later later) {
        if (attempt >= (later.key() ? TRIES_OF_KEYS : tries)) return Optional.empty();
        var wanted = later.pause().orElse(Duration.ofSeconds(1L << attempt - 1));
        if (wanted.compareTo(longest) <= 0) return Optional.of(wanted);
        return this == OF_A_JOB ? Optional.of(longest) : Optional.empty();
    }
}
