package org.wvwbuilder.squads.web;

import java.util.Locale;
import java.util.Optional;
import org.wvwbuilder.plugin.Problem;

/** What the plugin asks of the names and words that people type. */
public final class Words {
    public static final int MOST_NAME = 100;
    public static final int MOST_NOTES = 10_000;
    private static final int MOST_QUERY = 100;
    private static final int DEEPEST = 100;

    private Words() {}

    /** A name, without blanks around it; a finding where it is missing, too long or not printable. */
    public static String name(Optional<String> asked, String pointer, int most, Findings findings) {
        var name = asked.map(String::strip).orElse("");
        findings.check(
                !name.isEmpty() && name.length() <= most && printable(name),
                pointer,
                "1 to " + most + " characters, without line breaks and other control characters");
        return name;
    }

    /** A text on one line that may be left out. */
    public static String line(Optional<String> asked, String pointer, int most, Findings findings) {
        var line = asked.map(String::strip).orElse("");
        findings.check(
                line.length() <= most && printable(line), pointer, "at most " + most + " characters on one line");
        return line;
    }

    /** Markdown; what is nested deeper than people write is refused, since it is only meant to hurt a renderer. */
    public static String notes(Optional<String> asked, String pointer, Findings findings) {
        var notes = asked.orElse("");
        findings.check(notes.length() <= MOST_NOTES, pointer, "at most 10,000 characters");
        findings.check(
                notes.codePoints()
                        .noneMatch(point -> point != '\n' && point != '\r' && point != '\t' && control(point)),
                pointer,
                "a text without control characters");
        findings.check(shallow(notes), pointer, "Markdown nested at most " + DEEPEST + " levels deep");
        return notes;
    }

    /** A query parameter to search for; empty where it is left out. */
    public static Optional<String> query(String parameter, String text) {
        if (text == null || text.isBlank()) return Optional.empty();
        if (text.length() > MOST_QUERY || !printable(text)) {
            throw Problem.invalid("?" + parameter, "at most " + MOST_QUERY + " characters on one line");
        }
        return Optional.of(text.strip());
    }

    public static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** For LIKE with {@code ESCAPE '!'}: the wildcards stand for themselves. */
    public static String escaped(String text) {
        return lower(text).replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    public static boolean printable(String text) {
        return text.codePoints().noneMatch(Words::control);
    }

    private static boolean control(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }

    /** Openings of quotes, lists, links and emphasis that follow each other with nothing in between. */
    private static boolean shallow(String notes) {
        int depth = 0;
        for (int i = 0; i < notes.length(); i++) {
            char c = notes.charAt(i);
            if ("[(!*_>~`".indexOf(c) >= 0) depth++;
            else if (!Character.isWhitespace(c)) depth = 0;
            if (depth > DEEPEST) return false;
        }
        return true;
    }
}
