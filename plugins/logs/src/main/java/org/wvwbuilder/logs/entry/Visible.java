package org.wvwbuilder.logs.entry;

/** Spells out what could forge a line, hide in one or steer a terminal: control, format and separator characters. */
public final class Visible {

    private Visible() {}

    /** One line of at most so many characters; what is escaped already stays as it is. */
    public static String line(String text, int longest) {
        return text(text, longest, false);
    }

    /** The same, keeping line feeds. */
    static String lines(String text, int longest) {
        return text(text, longest, true);
    }

    private static String text(String text, int longest, boolean lines) {
        if (text.length() <= longest && text.codePoints().noneMatch(c -> hidden(c, lines))) return text;
        var out = new StringBuilder(Math.min(text.length(), longest) + 16);
        for (var i = 0; i < text.length() && out.length() < longest; ) {
            var c = text.codePointAt(i);
            i += Character.charCount(c);
            if (hidden(c, lines)) out.append(String.format(c > 0xffff ? "\\U%08x" : "\\u%04x", c));
            else out.appendCodePoint(c);
        }
        return out.toString();
    }

    private static boolean hidden(int c, boolean lines) {
        if (c == '\t' || lines && c == '\n') return false;
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
