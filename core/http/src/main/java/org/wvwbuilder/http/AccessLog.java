package org.wvwbuilder.http;

import java.lang.System.Logger.Level;
import org.wvwbuilder.plugin.Identity;

/** One line for each request, through the logger {@code access}. Queries are left out: they may carry secrets. */
final class AccessLog {
    private static final System.Logger LOG = System.getLogger("access");
    private static final int LONGEST_PATH = 512;

    private AccessLog() {}

    static void write(Exchange exchange, int status, long nanos) {
        if (!LOG.isLoggable(Level.INFO)) return;
        var line = new StringBuilder(128)
                .append(visible(exchange.request.getMethod()))
                .append(' ')
                .append(visible(exchange.path()))
                .append(' ')
                .append(status)
                .append(' ')
                .append(nanos / 1_000_000)
                .append("ms ")
                .append(exchange.id)
                .append(' ')
                .append(exchange.peer.address())
                .append(' ')
                .append(exchange.identity().map(Identity::id).orElse("-"));
        LOG.log(Level.INFO, line.toString());
    }

    /** The text with everything escaped that could break or colour a line. */
    static String visible(String text) {
        int length = Math.min(text.length(), LONGEST_PATH);
        int i = 0;
        while (i < length && isPlain(text.charAt(i))) i++;
        if (i == length) return length == text.length() ? text : text.substring(0, length) + '…';
        var escaped = new StringBuilder(length + 16);
        for (i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (isPlain(c)) escaped.append(c);
            else escaped.append(String.format("\\u%04x", (int) c));
        }
        return escaped.toString();
    }

    private static boolean isPlain(char c) {
        return c > 0x20 && c < 0x7f && c != '\\';
    }
}
