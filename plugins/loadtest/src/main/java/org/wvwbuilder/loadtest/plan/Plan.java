package org.wvwbuilder.loadtest.plan;

import java.time.Duration;

/**
 * @param warmup how long requests are made before any is counted
 * @param timeout after which an answer is given up
 */
public record Plan(Scenario scenario, Load load, int rounds, Duration warmup, Duration timeout) {

    public Plan {
        if (rounds < 1 || rounds > Limits.ROUNDS) {
            throw new IllegalArgumentException("--rounds wants 1 to " + Limits.ROUNDS);
        }
        if (warmup.compareTo(Limits.WARMUP) > 0) throw new IllegalArgumentException("--warmup wants 0s to 1m");
        if (timeout.isZero() || timeout.compareTo(Limits.TIMEOUT) > 0) {
            throw new IllegalArgumentException("--timeout wants 100ms to 60s");
        }
        var requests = rounds * perRound(scenario, load);
        if (requests > Limits.REQUESTS) {
            throw new IllegalArgumentException("that is " + requests + " requests, and one run has at most "
                    + Limits.REQUESTS + ": lower the rate, the length, the requests or the rounds");
        }
        if (load instanceof Load.Open open
                && open.length().multipliedBy(rounds).plus(warmup).compareTo(Limits.RUN) > 0) {
            throw new IllegalArgumentException("warm-up and rounds together take at most 10 minutes: lower --for");
        }
    }

    private static long perRound(Scenario scenario, Load load) {
        return switch (load) {
            case Load.Closed closed ->
                scenario.endpoints().stream().mapToLong(Endpoint::requests).sum();
            case Load.Open open -> open.arrivals();
        };
    }

    /** The requests that are counted in one round. */
    public long perRound() {
        return perRound(scenario, load);
    }
}
