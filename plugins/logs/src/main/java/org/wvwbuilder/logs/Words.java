package org.wvwbuilder.logs;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.wvwbuilder.logs.entry.Filter;
import org.wvwbuilder.logs.entry.Severity;
import org.wvwbuilder.logs.read.Cursor;
import org.wvwbuilder.plugin.Problem;

/** Reads what callers and operators write. */
final class Words {
    private static final int LONGEST_TEXT = 200;

    private Words() {}

    static Filter filter(String levels, String text, String since, String until) {
        if (text.length() > LONGEST_TEXT) {
            throw Problem.invalid("?q", "at most " + LONGEST_TEXT + " characters");
        }
        return new Filter(levels(levels), text, moment("?since", since), moment("?until", until));
    }

    private static Set<Severity> levels(String words) {
        var levels = EnumSet.noneOf(Severity.class);
        if (words.isEmpty()) return levels;
        for (var word : words.split(",", -1)) {
            levels.add(Severity.named(word)
                    .orElseThrow(() -> Problem.invalid("?level", "error, warning, info or debug, joined by commas")));
        }
        return levels;
    }

    private static Optional<Instant> moment(String parameter, String text) {
        if (text.isEmpty()) return Optional.empty();
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException other) {
            throw Problem.invalid(parameter, "a moment such as 2026-11-24T08:00:00Z");
        }
    }

    static Optional<Cursor> cursor(String text) {
        if (text.isEmpty()) return Optional.empty();
        var cursor = Cursor.read(text);
        if (cursor.isEmpty()) throw Problem.invalid("?cursor", "the next_cursor of an earlier page, unchanged");
        return cursor;
    }

    /** {@code 90s, 15m, 8h, 3d} before now, or a moment. */
    static Optional<Instant> ago(String text, Instant now) {
        try {
            if (!text.matches("\\d{1,6}[smhd]"))
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            var number = Long.parseLong(text.substring(0, text.length() - 1));
            return Optional.of(now.minus(
                    switch (text.charAt(text.length() - 1)) {
                        case 's' -> Duration.ofSeconds(number);
                        case 'm' -> Duration.ofMinutes(number);
                        case 'h' -> Duration.ofHours(number);
                        default -> Duration.ofDays(number);
                    }));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }
}
