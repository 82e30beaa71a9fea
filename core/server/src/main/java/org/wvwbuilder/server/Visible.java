package org.wvwbuilder.server;

/** Makes what could forge or hide a log line visible: line ends, control and bidirectional characters. */
final class Visible {

    private Visible() {}

    static String of(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (hostile(text.charAt(i))) return escape(text);
        }
        return text;
    }

    private static String escape(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (hostile(c)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean hostile(char c) {
        if (c >= 0x20 && c < 0x7f || c == '\t') return false;
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
