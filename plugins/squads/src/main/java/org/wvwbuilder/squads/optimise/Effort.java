package org.wvwbuilder.squads.optimise;

import java.time.Duration;
import java.util.Optional;

/**
 * How long to search. By steps the same task gives the same plan on every machine, whatever else it does; with a time
 * limit the clock may cut a search short, which {@link Plan#cut()} tells. Where it did not, the plan is the same on
 * every machine, too.
 *
 * @param steps changes to try at most; a search that cannot get better ends sooner
 * @param limit the clock's limit; empty to let only the steps count
 */
public record Effort(long seed, long steps, Optional<Duration> limit) {
    public static final Duration USUAL = Duration.ofMillis(300);
    public static final Duration MOST = Duration.ofSeconds(30);
    public static final long USUAL_STEPS = 400_000;
    public static final long MOST_STEPS = 1_000_000_000;

    private static final long STEPS_A_MILLI = 2_000;
    private static final long FEWEST_TRIALS = 50_000;
    private static final long STEPS_A_TRIAL = 4;

    public Effort {
        if (steps < 1 || steps > MOST_STEPS) {
            throw Fault.at("/steps", "Ask for 1 to " + MOST_STEPS + " steps, not " + steps);
        }
        if (limit.filter(time -> !time.isPositive() || time.compareTo(MOST) > 0).isPresent()) {
            throw Fault.at("/time_limit_ms", "Ask for 1 to " + MOST.toMillis() + " milliseconds");
        }
    }

    /** As many steps as a machine of today does in that time, and no longer than that. */
    public static Effort within(long seed, Duration limit) {
        long steps = Math.clamp(limit.toMillis() * STEPS_A_MILLI, 1, MOST_STEPS);
        return new Effort(seed, steps, Optional.of(limit));
    }

    /** The same plan everywhere, however long it takes. */
    public static Effort steps(long seed, long steps) {
        return new Effort(seed, steps, Optional.empty());
    }

    /** Rounds of search in all. */
    int rounds() {
        return (int) Math.max(1, steps / Annealing.STEPS);
    }

    /** Changes to try in mending a plan. */
    long trials() {
        return FEWEST_TRIALS + steps / STEPS_A_TRIAL;
    }

    /** Rounds that may pass without a better plan while rules are unmet. */
    int vainRounds() {
        return 4 + rounds() / 20;
    }

    /** Rounds without a better plan once no rule is unmet, for fewer moves and dearer builds. */
    int roundsWhenMet() {
        return 1 + rounds() / 40;
    }
}
