package org.wvwbuilder.loadtest.run;

import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** Counts what came of the requests to one endpoint. Histograms are of microseconds, three digits exact. */
final class Tally {
    private static final long LONGEST_MICROS = 3_600_000_000L;
    private final Histogram round = new Histogram(3);
    private final Histogram all = new Histogram(3);
    private final Map<String, Long> faults = new TreeMap<>();
    private long roundErrors;
    private long errors;

    /** @param fault empty for a success */
    synchronized void record(long nanos, String fault) {
        round.recordValue(Math.clamp(nanos / 1000, 1, LONGEST_MICROS));
        if (fault.isEmpty()) return;
        roundErrors++;
        faults.merge(fault, 1L, Long::sum);
    }

    synchronized long counted() {
        return round.getTotalCount();
    }

    /** The figures of the round that ends. */
    synchronized Figures endRound(double seconds) {
        var figures = Figures.of(round, roundErrors, seconds);
        all.add(round);
        errors += roundErrors;
        round.reset();
        roundErrors = 0;
        return figures;
    }

    synchronized Histogram all() {
        return all;
    }

    synchronized long errors() {
        return errors;
    }

    synchronized long roundErrors() {
        return roundErrors;
    }

    synchronized Map<String, Long> faults() {
        return Map.copyOf(faults);
    }
}
