package org.wvwbuilder.loadtest.run;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;
import org.wvwbuilder.loadtest.plan.Endpoint;
import org.wvwbuilder.loadtest.plan.Plan;

/**
 * What came of a run.
 *
 * @param ended why it was ended early; empty when it was not
 */
public record Result(Plan plan, String target, List<Measured> endpoints, List<Timeline.Slice> timeline, String ended) {

    public Result {
        endpoints = List.copyOf(endpoints);
        timeline = List.copyOf(timeline);
    }

    /**
     * An endpoint's part.
     *
     * @param rounds each by itself
     * @param times all of them, in microseconds
     * @param faults how many of each kind
     */
    public record Measured(
            Endpoint endpoint, List<Figures> rounds, Histogram times, long errors, Map<String, Long> faults) {

        public long total() {
            return times.getTotalCount();
        }

        /** The median of the rounds; with an even number of them, the mean of the two in the middle. */
        public double median(ToDoubleFunction<Figures> figure) {
            var sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
            if (sorted.length == 0) return 0;
            return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
        }

        public double successPercent() {
            return total() == 0 ? 0 : 100.0 * (total() - errors) / total();
        }
    }

    public long total() {
        return endpoints.stream().mapToLong(Measured::total).sum();
    }

    public long errors() {
        return endpoints.stream().mapToLong(Measured::errors).sum();
    }

    public double successPercent() {
        return total() == 0 ? 0 : 100.0 * (total() - errors()) / total();
    }

    public Verdict verdict() {
        return Verdict.of(total(), errors());
    }
}
