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
        return c < 0x20 && c != '\t'
                || c >= 0x7f && c <= 0x9f
                || c == 0x2028
                || c == 0x2029
                || c >= 0x202a && c <= 0x202e
                || c >= 0x2066 && c <= 0x2069
                || c == 0x200e
                || c == 0x200f;
    }
}
