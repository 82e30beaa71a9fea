package org.wvwbuilder.logs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.wvwbuilder.logs.entry.Entry;
import org.wvwbuilder.logs.entry.Severity;
import org.wvwbuilder.plugin.Subcommand.Screen;
import org.wvwbuilder.plugin.Subcommand.Span;
import org.wvwbuilder.plugin.Subcommand.Tone;

/** Shows entries to an operator: errors red, warnings yellow, information green, the rest cyan; a status by its kind. */
record Printing(Screen screen) {

    void print(Entry entry) {
        if (screen.json()) {
            screen.value(entry);
            return;
        }
        var spans = new ArrayList<Span>();
        plain(spans, entry.timestamp().map(Instant::toString).orElse("-") + " ");
        spans.add(new Span(tone(entry.level()), String.format("%-7s", entry.level())));
        plain(spans, " " + (entry.logger().isEmpty() ? "" : entry.logger() + " "));
        message(spans, entry);
        ids(spans, entry);
        if (entry.cut()) plain(spans, " …");
        screen.line(spans.toArray(Span[]::new));
        entry.trace().lines().forEach(line -> screen.line(new Span(Tone.PLAIN, "    " + line.strip())));
    }

    /** The status in the colour of its kind, wherever it stands in the line. */
    private static void message(ArrayList<Span> spans, Entry entry) {
        var status = entry.status().map(number -> " " + number);
        var at = status.map(entry.message()::indexOf).orElse(-1);
        if (at < 0) {
            plain(spans, entry.message());
            return;
        }
        plain(spans, entry.message().substring(0, at));
        spans.add(new Span(tone(entry.status()), status.orElse("")));
        plain(spans, entry.message().substring(at + 4));
    }

    private static void ids(ArrayList<Span> spans, Entry entry) {
        if (entry.status().isPresent()) return; // requests name them themselves
        entry.requestId().ifPresent(id -> plain(spans, " request=" + id));
        entry.userId().ifPresent(id -> plain(spans, " user=" + id));
    }

    private static void plain(ArrayList<Span> spans, String text) {
        spans.add(new Span(Tone.PLAIN, text));
    }

    private static Tone tone(Severity level) {
        return switch (level) {
            case ERROR -> Tone.BAD;
            case WARNING -> Tone.DOUBTFUL;
            case INFO -> Tone.GOOD;
            case DEBUG -> Tone.DETAIL;
        };
    }

    private static Tone tone(Optional<Integer> status) {
        if (status.isEmpty() || status.get() / 100 == 3) return Tone.PLAIN;
        return status.get() >= 400 ? Tone.BAD : Tone.GOOD;
    }
}
