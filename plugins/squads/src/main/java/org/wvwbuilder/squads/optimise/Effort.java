package org.wvwbuilder.squads.optimise;

import java.time.Duration;

/**
 * How long to search. The number of steps follows from the limit and not from the clock, so that the same request gives
 * the same plan on every machine that is fast enough; the clock only cuts it short on one that is not.
 */
public record Effort(long seed, Duration limit) {
    public static final Duration USUAL = Duration.ofMillis(300);
    public static final Duration MOST = Duration.ofSeconds(10);

    private static final int MILLIS_OF_A_ROUND = 25;
    private static final int FEWEST_ROUNDS = 4;

    public Effort {
        if (limit.isNegative() || limit.isZero() || limit.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("a time limit up to " + MOST + ", not " + limit);
        }
    }

    /** Rounds of search while rules are unmet. */
    int rounds() {
        return Math.max(FEWEST_ROUNDS, (int) (limit.toMillis() / MILLIS_OF_A_ROUND));
    }

    /** Rounds that may pass without a better plan. */
    int vainRounds() {
        return 4 + 2 * (int) limit.toSeconds();
    }

    /** Rounds of search once no rule is unmet, for fewer moves and dearer builds. */
    int roundsWhenMet() {
        return 1 + (int) limit.toSeconds();
    }
}
