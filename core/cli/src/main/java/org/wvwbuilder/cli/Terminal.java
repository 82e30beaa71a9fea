package org.wvwbuilder.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;

/**
 * Where the words come from and the answers go.
 *
 * @param colour whether the answers are read by a person on a terminal that shows colours
 * @param person whether they are read on a terminal at all
 */
public record Terminal(InputStream in, PrintStream out, PrintStream err, boolean colour, boolean person) {

    public Terminal(InputStream in, PrintStream out, PrintStream err, boolean colour) {
        this(in, out, err, colour, colour);
    }

    /** The colours that mean something. */
    enum Colour {
        GREEN(32),
        YELLOW(33),
        RED(31),
        CYAN(36),
        DIM(2),
        BOLD(1);

        private final int code;

        Colour(int code) {
            this.code = code;
        }
    }

    /** The process' own. The start script knows whether a person looks at it, and says so in {@code wvw.terminal}. */
    public static Terminal system(Map<String, String> environment) {
        var plain = !environment.getOrDefault("NO_COLOR", "").isEmpty()
                || environment.getOrDefault("TERM", "dumb").equals("dumb");
        var person = Boolean.getBoolean("wvw.terminal");
        return new Terminal(System.in, System.out, System.err, person && !plain, person);
    }

    String paint(Colour paint, String text) {
        return colour && !text.isEmpty() ? "\033[" + paint.code + "m" + text + "\033[0m" : text;
    }

    /** A text from elsewhere with everything spelled out that would steer the terminal instead of being read. */
    static String visible(String text) {
        var safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t' || !steers(c)) safe.appendCodePoint(c);
            else safe.append(String.format(c < 0x100 ? "\\x%02x" : "\\u%04x", c));
        });
        return safe.toString();
    }

    private static boolean steers(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
