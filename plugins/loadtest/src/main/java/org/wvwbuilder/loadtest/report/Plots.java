package org.wvwbuilder.loadtest.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.wvwbuilder.loadtest.report.Chart.Line;
import org.wvwbuilder.loadtest.report.Chart.Point;
import org.wvwbuilder.loadtest.run.Result;
import org.wvwbuilder.loadtest.run.Timeline.Slice;

/** The three pictures of a result. */
record Plots(Result result) {
    private static final int COLOURS = 6;

    String percentiles() {
        var lines = new ArrayList<Line>();
        var least = Double.MAX_VALUE;
        var most = 0.0;
        var nines = 2.0;
        for (var one : result.endpoints()) {
            if (one.total() == 0) continue;
            var points = new ArrayList<Point>();
            for (var point : one.times().percentiles(5)) {
                var percentile = point.getPercentileLevelIteratedTo();
                if (percentile >= 100) break;
                points.add(new Point(percentile, point.getValueIteratedTo() / 1000.0));
                nines = Math.max(nines, -Math.log10(1 - percentile / 100));
            }
            least = Math.min(least, one.times().getMinValue() / 1000.0);
            most = Math.max(most, one.times().getMaxValue() / 1000.0);
            lines.add(new Line(one.endpoint().name(), 1 + lines.size() % COLOURS, points));
        }
        if (lines.isEmpty()) return "";
        return new Chart(
                        "Latency by percentile",
                        "percentile of requests",
                        "milliseconds",
                        new Scale.Percentiles(nines),
                        Scale.Powers.around(least, most),
                        lines)
                .svg();
    }

    String latency() {
        var slices = result.timeline().stream().filter(slice -> slice.max() > 0).toList();
        if (slices.isEmpty()) return "";
        var least = slices.stream().mapToDouble(Slice::p50).min().orElse(1);
        var most = slices.stream().mapToDouble(Slice::max).max().orElse(1);
        return new Chart(
                        "Latency over time",
                        "seconds, by when a request was due",
                        "milliseconds",
                        Scale.Even.upTo(end()),
                        Scale.Powers.around(least, most),
                        List.of(
                                line("median", 1, slices, Slice::p50),
                                line("99 %", 2, slices, Slice::p99),
                                line("longest", 3, slices, Slice::max)))
                .svg();
    }

    String throughput() {
        var slices = result.timeline();
        if (slices.isEmpty()) return "";
        ToDoubleFunction<Slice> done = slice -> slice.done() / slice.seconds();
        ToDoubleFunction<Slice> errors = slice -> slice.errors() / slice.seconds();
        var most = slices.stream()
                .mapToDouble(slice -> Math.max(done.applyAsDouble(slice), errors.applyAsDouble(slice)))
                .max()
                .orElse(1);
        return new Chart(
                        "Throughput over time",
                        "seconds",
                        "a second",
                        Scale.Even.upTo(end()),
                        Scale.Even.upTo(most),
                        List.of(line("successes", 1, slices, done), line("errors", 0, slices, errors)))
                .svg();
    }

    private double end() {
        var last = result.timeline().getLast();
        return last.atSecond() + last.seconds();
    }

    private static Line line(String name, int colour, List<Slice> slices, ToDoubleFunction<Slice> value) {
        return new Line(
                name,
                colour,
                slices.stream()
                        .map(slice -> new Point(slice.atSecond() + slice.seconds() / 2, value.applyAsDouble(slice)))
                        .toList());
    }
}
