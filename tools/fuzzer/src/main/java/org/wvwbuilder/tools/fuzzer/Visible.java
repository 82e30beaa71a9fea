package org.wvwbuilder.tools.fuzzer;

/** Makes hostile text fit for a report. */
final class Visible {
    private Visible() {}

    /** Lines stay lines, all else that a terminal could take for an order is written out. */
    static String of(CharSequence text, int most) {
        var shown = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), most); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c >= ' ' && c < 127) shown.append(c);
            else shown.append(String.format("\\u%04x", (int) c));
        }
        if (text.length() > most) shown.append("… (").append(text.length()).append(" characters)");
        return shown.toString();
    }
}
