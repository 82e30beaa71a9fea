package org.wvwbuilder.loadtest.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.wvwbuilder.loadtest.plan.Load;
import org.wvwbuilder.loadtest.run.Figures;
import org.wvwbuilder.loadtest.run.Result;
import org.wvwbuilder.loadtest.run.Result.Measured;
import org.wvwbuilder.loadtest.run.Verdict;
import org.wvwbuilder.plugin.Subcommand.Screen;
import org.wvwbuilder.plugin.Subcommand.Span;
import org.wvwbuilder.plugin.Subcommand.Tone;

/** The result as a table for an operator, with its verdict last. */
public record TextTable(Result result) {

    private record Column(String title, int width, Function<Measured, String> cell) {}

    public void print(Screen screen) {
        var columns = columns();
        var names = result.endpoints().stream()
                .mapToInt(one -> one.endpoint().name().length())
                .max()
                .orElse(0);
        var width = Math.max(20, names);
        var head = new StringBuilder(pad("Endpoint", width));
        columns.forEach(column -> head.append(right(column.title(), column.width())));
        plain(screen, "");
        plain(screen, "LOAD TEST RESULTS  " + result.target());
        if (result.plan().rounds() > 1)
            plain(screen, "times and rates: medians of " + result.plan().rounds() + " rounds");
        plain(screen, "");
        plain(screen, head.toString());
        plain(screen, "─".repeat(head.length()));
        for (var one : result.endpoints()) {
            var line = new ArrayList<Span>();
            line.add(new Span(Tone.PLAIN, pad(one.endpoint().name(), width)));
            for (var column : columns) {
                var tone = column.title().equals("Success %") ? tone(Verdicts.of(one)) : Tone.PLAIN;
                line.add(new Span(tone, right(column.cell().apply(one), column.width())));
            }
            screen.line(line.toArray(Span[]::new));
        }
        end(screen);
    }

    private void end(Screen screen) {
        plain(screen, "");
        for (var one : result.endpoints()) {
            one.faults()
                    .forEach((fault, count) -> screen.line(
                            new Span(Tone.BAD, "  " + count + " × " + fault),
                            new Span(Tone.PLAIN, "  " + one.endpoint().name())));
        }
        if (!result.ended().isEmpty()) {
            screen.line(
                    new Span(Tone.DOUBTFUL, "Ended early: " + result.ended() + ". What follows is the result so far."));
        }
        plain(screen, String.format(Locale.ROOT, "Overall Success Rate: %.2f%%", result.successPercent()));
        screen.line(new Span(tone(result.verdict()), Verdicts.sentence(result.verdict())));
    }

    private List<Column> columns() {
        var columns = new ArrayList<Column>();
        columns.add(new Column("Total", 9, one -> String.valueOf(one.total())));
        columns.add(new Column("Errors", 8, one -> String.valueOf(one.errors())));
        columns.add(new Column("Success %", 11, one -> percent(one.successPercent())));
        columns.add(millis("Avg ms", Figures::averageMillis));
        switch (result.plan().load()) {
            case Load.Closed closed -> columns.add(millis("P95 ms", Figures::p95));
            case Load.Open open -> {
                columns.add(millis("P50 ms", Figures::p50));
                columns.add(millis("P90 ms", Figures::p90));
                columns.add(millis("P95 ms", Figures::p95));
                columns.add(millis("P99 ms", Figures::p99));
                columns.add(millis("P99.9 ms", Figures::p999));
                columns.add(millis("Max ms", Figures::max));
            }
        }
        columns.add(new Column("Req/s", 9, one -> String.format(Locale.ROOT, "%.1f", one.median(Figures::perSecond))));
        return columns;
    }

    private static Column millis(String title, java.util.function.ToDoubleFunction<Figures> figure) {
        return new Column(title, 10, one -> String.format(Locale.ROOT, "%.2f", one.median(figure)));
    }

    /** Never rounded up to a hundred. */
    static String percent(double percent) {
        return String.format(Locale.ROOT, "%.1f%%", Math.floor(percent * 10) / 10);
    }

    private static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case PASS -> Tone.GOOD;
            case WARN -> Tone.DOUBTFUL;
            case FAIL -> Tone.BAD;
        };
    }

    private static void plain(Screen screen, String text) {
        screen.line(new Span(Tone.PLAIN, text));
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(1, width - text.length())) + text;
    }
}
