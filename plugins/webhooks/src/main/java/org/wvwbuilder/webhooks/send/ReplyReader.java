package org.wvwbuilder.webhooks.send;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Reads the status of an answer and the beginning of its body, and never more than a few thousand bytes. */
final class ReplyReader {
    private static final int MOST_HEAD = 16 << 10;
    private static final int MOST_START = 500;

    private final InputStream in;
    private int read;
    private boolean chunked;
    private Optional<Long> retryAfter = Optional.empty();
    private long length = Long.MAX_VALUE;

    ReplyReader(InputStream in) {
        this.in = new BufferedInputStream(in, 2_048);
    }

    Reply reply() throws IOException {
        int status = head();
        while (status / 100 == 1) status = head();
        var start = status == 204 || status == 304 ? "" : start();
        return new Reply(status, printable(start), retryAfter);
    }

    private int head() throws IOException {
        var first = line();
        if (!first.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) throw new IOException("the answer is not HTTP");
        for (var line = line(); !line.isEmpty(); line = line()) header(line);
        return Integer.parseInt(first.substring(9, 12));
    }

    private void header(String line) {
        int colon = line.indexOf(':');
        if (colon < 0) return;
        var value = line.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
        switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
            case "transfer-encoding" -> chunked = value.contains("chunked");
            case "content-length" -> length = value.matches("[0-9]{1,15}") ? Long.parseLong(value) : length;
            case "retry-after" -> {
                if (value.matches("[0-9]{1,8}")) retryAfter = Optional.of(Long.parseLong(value));
            }
            default -> {
                // Of no interest.
            }
        }
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException("the receiver closed the connection without an answer");
            if (++read > MOST_HEAD) throw new IOException("the answer's headers are too long");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    /** An answer that breaks off here is still one: its status is known. */
    private String start() {
        try {
            if (!chunked) return text((int) Math.min(length, MOST_START));
            var all = new StringBuilder();
            while (all.length() < MOST_START) {
                var size = line().replaceFirst(";.*", "").strip();
                if (!size.matches("[0-9a-fA-F]{1,7}") || Integer.parseInt(size, 16) == 0) break;
                int chunk = Integer.parseInt(size, 16);
                all.append(text(Math.min(chunk, MOST_START - all.length())));
                if (chunk > MOST_START) break;
                line();
            }
            return all.toString();
        } catch (IOException broken) {
            return "";
        }
    }

    private String text(int bytes) throws IOException {
        return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
    }

    /** Line breaks, escape sequences and characters that turn the direction of writing are no part of what is shown. */
    private static String printable(String text) {
        var out = new StringBuilder();
        text.codePoints().forEach(point -> {
            int type = Character.getType(point);
            boolean hidden = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            out.appendCodePoint(hidden ? ' ' : point);
        });
        return out.toString().strip();
    }
}
