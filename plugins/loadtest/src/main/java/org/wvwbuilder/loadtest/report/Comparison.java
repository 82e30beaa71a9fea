package org.wvwbuilder.loadtest.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.wvwbuilder.loadtest.plan.Load;
import org.wvwbuilder.loadtest.run.Figures;
import org.wvwbuilder.loadtest.run.Result;

/**
 * This result against an earlier one. The medians of the rounds are compared; a difference is called one only when no round
 * of the one lies among those of the other. With four rounds each, chance alone would do that in 1 of 35 cases, with five in
 * 1 of 126; with fewer nothing is claimed.
 */
public record Comparison(Earlier earlier, List<Row> rows, List<String> notes) {
    private static final int FEWEST_ROUNDS = 4;
    /** Differences below this are no use to anybody, even when they are real. */
    private static final double SMALLEST = 0.02;

    /** What can be said of a difference. */
    public enum Finding {
        BETTER,
        WORSE,
        WITHIN_NOISE,
        TOO_FEW_ROUNDS
    }

    /** @param ratio this one's median by the earlier one's */
    public record Row(String endpoint, String figure, double before, double now, double ratio, Finding finding) {}

    private record Figure(String key, String title, boolean moreIsBetter, ToDoubleFunction<Figures> of) {}

    private static final Figure P50 = new Figure("p50_ms", "P50 ms", false, Figures::p50);
    private static final Figure P95 = new Figure("p95_ms", "P95 ms", false, Figures::p95);
    private static final Figure P99 = new Figure("p99_ms", "P99 ms", false, Figures::p99);
    private static final Figure RATE = new Figure("per_second", "Req/s", true, Figures::perSecond);

    public static Comparison of(Earlier earlier, Result result) {
        var rows = new ArrayList<Row>();
        var notes = new ArrayList<String>();
        var figures = switch (result.plan().load()) {
            case Load.Closed closed -> List.of(P50, P95, RATE);
            case Load.Open open -> List.of(P50, P95, P99);
        };
        for (var one : result.endpoints()) {
            var key = one.endpoint().name() + " " + one.endpoint().method() + " "
                    + one.endpoint().path();
            var before = earlier.rounds().get(key);
            if (before == null) {
                notes.add(one.endpoint().name() + " is not in the earlier report.");
                continue;
            }
            figures.forEach(figure -> rows.add(row(one, figure, before)));
            if (earlier.success().get(key) - one.successPercent() > 0.05) {
                notes.add(one.endpoint().name() + " fails more often than it did: "
                        + TextTable.percent(one.successPercent()) + " succeed, and "
                        + TextTable.percent(earlier.success().get(key)) + " did.");
            }
        }
        return new Comparison(earlier, List.copyOf(rows), List.copyOf(notes));
    }

    private static Row row(Result.Measured one, Figure figure, Map<String, double[]> earlier) {
        var before = Arrays.stream(earlier.get(figure.key()))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        var now = one.rounds().stream().mapToDouble(figure.of()).sorted().toArray();
        var from = median(before);
        var to = median(now);
        var ratio = from == 0 ? Double.NaN : to / from;
        return new Row(one.endpoint().name(), figure.title(), from, to, ratio, find(before, now, ratio, figure));
    }

    private static Finding find(double[] before, double[] now, double ratio, Figure figure) {
        if (before.length < FEWEST_ROUNDS || now.length < FEWEST_ROUNDS) return Finding.TOO_FEW_ROUNDS;
        var higher = now[0] > before[before.length - 1];
        var lower = now[now.length - 1] < before[0];
        if (!higher && !lower || Math.abs(ratio - 1) < SMALLEST) return Finding.WITHIN_NOISE;
        return higher == figure.moreIsBetter() ? Finding.BETTER : Finding.WORSE;
    }

    private static double median(double[] sorted) {
        if (sorted.length == 0) return 0;
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** Why this plan cannot be held against the earlier one; empty when it can. */
    public static String obstacle(Earlier earlier, org.wvwbuilder.loadtest.plan.Plan plan) {
        var ours = JsonReport.plan(plan);
        for (var key : List.of("model", "rate", "seconds", "outstanding")) {
            var before = earlier.plan().get(key);
            var now = ours.get(key);
            if (!String.valueOf(before).equals(String.valueOf(now))) {
                return key + " was " + before + " and is " + now;
            }
        }
        return "";
    }

    /** As plain values, for JSON. */
    public Map<String, Object> values() {
        return Map.of(
                "with",
                earlier.at(),
                "notes",
                notes,
                "rows",
                rows.stream()
                        .map(row -> Map.of(
                                "endpoint", row.endpoint(),
                                "figure", row.figure(),
                                "earlier", row.before(),
                                "now", row.now(),
                                "ratio", Double.isFinite(row.ratio()) ? row.ratio() : "none",
                                "finding", words(row.finding())))
                        .toList());
    }

    static String words(Finding finding) {
        return switch (finding) {
            case BETTER -> "better";
            case WORSE -> "worse";
            case WITHIN_NOISE -> "within the noise";
            case TOO_FEW_ROUNDS -> "too few rounds to tell";
        };
    }
}
