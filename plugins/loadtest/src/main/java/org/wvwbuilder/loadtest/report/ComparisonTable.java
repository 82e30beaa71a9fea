package org.wvwbuilder.loadtest.report;

import java.util.Locale;
import org.wvwbuilder.loadtest.report.Comparison.Finding;
import org.wvwbuilder.plugin.Subcommand.Screen;
import org.wvwbuilder.plugin.Subcommand.Span;
import org.wvwbuilder.plugin.Subcommand.Tone;

/** A comparison for an operator. */
public record ComparisonTable(Comparison comparison) {
    private static final String ROW = "%-24s %-8s %10s %10s %8s  ";

    public void print(Screen screen) {
        plain(screen, "");
        plain(screen, "COMPARED WITH " + comparison.earlier().at() + "  (medians of the rounds)");
        plain(
                screen,
                String.format(ROW, "Endpoint", "", "earlier", "now", "ratio").stripTrailing());
        for (var row : comparison.rows()) {
            var words = String.format(
                    Locale.ROOT,
                    ROW,
                    row.endpoint(),
                    row.figure(),
                    String.format(Locale.ROOT, "%.2f", row.before()),
                    String.format(Locale.ROOT, "%.2f", row.now()),
                    Double.isFinite(row.ratio()) ? String.format(Locale.ROOT, "%.2f", row.ratio()) : "-");
            screen.line(new Span(Tone.PLAIN, words), new Span(tone(row.finding()), Comparison.words(row.finding())));
        }
        comparison.notes().forEach(note -> screen.line(new Span(Tone.DOUBTFUL, note)));
        if (comparison.rows().stream().anyMatch(row -> row.finding() == Finding.TOO_FEW_ROUNDS)) {
            plain(screen, "Make both reports with --rounds 5 to tell a difference from noise.");
        }
    }

    private static Tone tone(Finding finding) {
        return switch (finding) {
            case BETTER -> Tone.GOOD;
            case WORSE -> Tone.BAD;
            case WITHIN_NOISE, TOO_FEW_ROUNDS -> Tone.PLAIN;
        };
    }

    private static void plain(Screen screen, String text) {
        screen.line(new Span(Tone.PLAIN, text));
    }
}
