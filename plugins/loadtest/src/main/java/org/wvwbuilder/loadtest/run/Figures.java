package org.wvwbuilder.loadtest.run;

import org.HdrHistogram.Histogram;

/**
 * What one round, or all of them, came to.
 *
 * @param perSecond successes a second
 */
public record Figures(
        long total,
        long errors,
        double averageMillis,
        double p50,
        double p90,
        double p95,
        double p99,
        double p999,
        double max,
        double perSecond) {

    /** @param times in microseconds, of every request whether it succeeded or not */
    static Figures of(Histogram times, long errors, double seconds) {
        var total = times.getTotalCount();
        return new Figures(
                total,
                errors,
                total == 0 ? 0 : times.getMean() / 1000,
                millis(times, 50),
                millis(times, 90),
                millis(times, 95),
                millis(times, 99),
                millis(times, 99.9),
                times.getMaxValue() / 1000.0,
                seconds <= 0 ? 0 : (total - errors) / seconds);
    }

    private static double millis(Histogram times, double percentile) {
        return times.getValueAtPercentile(percentile) / 1000.0;
    }

    public double successPercent() {
        return total == 0 ? 0 : 100.0 * (total - errors) / total;
    }
}
