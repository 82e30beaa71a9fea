package org.wvwbuilder.loadtest.report;

/** Text that goes into a page. */
final class Markup {

    private Markup() {}

    /** Whatever the text holds, it is read and never obeyed, in an element and in a quoted attribute. */
    static String escape(String text) {
        var safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    // Characters that turn the direction of what follows are shown as what they are.
                    if (Character.getType(c) == Character.FORMAT || Character.isISOControl(c)) {
                        safe.append(String.format("\\u%04x", c));
                    } else safe.appendCodePoint(c);
                }
            }
        });
        return safe.toString();
    }
}
