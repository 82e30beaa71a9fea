package org.wvwbuilder.loadtest.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wvwbuilder.loadtest.plan.Load;
import org.wvwbuilder.loadtest.plan.Plan;
import org.wvwbuilder.loadtest.run.Figures;
import org.wvwbuilder.loadtest.run.Result;
import org.wvwbuilder.loadtest.run.Timeline;

/** The result as plain values, for {@code --json} and {@code --report}. No header, no body and no token is in it. */
public record JsonReport(Result result, Instant at) {
    static final int FORMAT = 1;

    public Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        values.put("format", FORMAT);
        values.put("at", at.toString());
        values.put("target", result.target());
        values.put("scenario", result.plan().scenario().name());
        values.put("plan", plan(result.plan()));
        values.put("verdict", result.verdict().name());
        values.put("success_percent", round(result.successPercent()));
        values.put("total", result.total());
        values.put("errors", result.errors());
        values.put("ended_early", result.ended());
        values.put(
                "endpoints",
                result.endpoints().stream().map(JsonReport::endpoint).toList());
        values.put("timeline", result.timeline().stream().map(JsonReport::slice).toList());
        return values;
    }

    static Map<String, Object> plan(Plan plan) {
        var values = new LinkedHashMap<String, Object>();
        switch (plan.load()) {
            case Load.Closed closed -> values.put("model", "closed");
            case Load.Open open -> {
                values.put("model", "open");
                values.put("rate", open.rate());
                values.put("seconds", open.length().toMillis() / 1000.0);
                values.put("outstanding", open.atOnce());
            }
        }
        values.put("rounds", plan.rounds());
        values.put("warmup_seconds", plan.warmup().toMillis() / 1000.0);
        values.put("timeout_seconds", plan.timeout().toMillis() / 1000.0);
        return values;
    }

    private static Map<String, Object> endpoint(Result.Measured one) {
        var values = new LinkedHashMap<String, Object>();
        var endpoint = one.endpoint();
        values.put("name", endpoint.name());
        values.put("method", endpoint.method());
        values.put("path", endpoint.path());
        values.put("requests", endpoint.requests());
        values.put("concurrency", endpoint.atOnce());
        values.put("weight", endpoint.weight());
        values.put("total", one.total());
        values.put("errors", one.errors());
        values.put("success_percent", round(one.successPercent()));
        values.put("faults", one.faults());
        var medians = new LinkedHashMap<String, Object>();
        FIGURES.forEach((name, figure) -> medians.put(name, round(one.median(figure))));
        values.put("medians", medians);
        values.put("rounds", one.rounds().stream().map(JsonReport::figures).toList());
        values.put("percentiles", curve(one));
        return values;
    }

    private static final Map<String, java.util.function.ToDoubleFunction<Figures>> FIGURES = figures();

    private static Map<String, java.util.function.ToDoubleFunction<Figures>> figures() {
        var figures = new LinkedHashMap<String, java.util.function.ToDoubleFunction<Figures>>();
        figures.put("average_ms", Figures::averageMillis);
        figures.put("p50_ms", Figures::p50);
        figures.put("p90_ms", Figures::p90);
        figures.put("p95_ms", Figures::p95);
        figures.put("p99_ms", Figures::p99);
        figures.put("p999_ms", Figures::p999);
        figures.put("max_ms", Figures::max);
        figures.put("per_second", Figures::perSecond);
        return figures;
    }

    private static Map<String, Object> figures(Figures round) {
        var values = new LinkedHashMap<String, Object>();
        values.put("total", round.total());
        values.put("errors", round.errors());
        FIGURES.forEach((name, figure) -> values.put(name, round(figure.applyAsDouble(round))));
        return values;
    }

    private static List<List<Double>> curve(Result.Measured one) {
        var points = new ArrayList<List<Double>>();
        for (var point : one.times().percentiles(2)) {
            points.add(List.of(point.getPercentileLevelIteratedTo(), point.getValueIteratedTo() / 1000.0));
        }
        return points;
    }

    private static Map<String, Object> slice(Timeline.Slice slice) {
        var values = new LinkedHashMap<String, Object>();
        values.put("at_second", round(slice.atSecond()));
        values.put("seconds", round(slice.seconds()));
        values.put("done", slice.done());
        values.put("errors", slice.errors());
        values.put("p50_ms", slice.p50());
        values.put("p99_ms", slice.p99());
        values.put("max_ms", slice.max());
        return values;
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
