package org.wvwbuilder.loadtest.wire;

import java.io.IOException;
import java.util.Locale;

/** Reads one answer of HTTP/1.1 to its last byte (RFC 9112). */
final class Answering {
    private static final int MOST_HEADERS = 200;
    private final Incoming in;
    private final Body body;
    private long length;
    private boolean chunked;
    private boolean ends;

    private Answering(Incoming in, Body body) {
        this.in = in;
        this.body = body;
    }

    static Reply read(Incoming in, boolean head, Body body) throws IOException {
        return new Answering(in, body).read(head);
    }

    private Reply read(boolean head) throws IOException {
        int status;
        do status = head();
        while (status < 200); // what is said before the answer, such as 103
        var empty = head || status == 204 || status == 304;
        if (empty) return new Reply(status, !ends);
        if (chunked) chunks();
        else if (length >= 0) in.take(length, body);
        else {
            // Its end is the connection's: whether it was cut cannot be told.
            in.takeAll(body);
            ends = true;
        }
        return new Reply(status, !ends && !in.leftOver());
    }

    private int head() throws IOException {
        var line = in.line();
        var status = status(line);
        length = -1;
        chunked = false;
        ends = line.charAt(7) == '0';
        var headers = 0;
        for (var header = in.line(); !header.isEmpty(); header = in.line()) {
            if (++headers > MOST_HEADERS) throw new Broken(Broken.GARBLED);
            header(header);
        }
        return status;
    }

    /** Of a line like {@code HTTP/1.1 200 OK}; a pattern would take longer than the rest of the reading. */
    private static int status(String line) throws Broken {
        if (!line.startsWith("HTTP/1.") || line.length() < 12 || line.length() > 12 && line.charAt(12) != ' ') {
            throw new Broken(Broken.GARBLED);
        }
        var status = 0;
        for (var i = 9; i < 12; i++) {
            var digit = line.charAt(i) - '0';
            if (digit < 0 || digit > 9) throw new Broken(Broken.GARBLED);
            status = status * 10 + digit;
        }
        if (status < 100 || status > 599 || line.charAt(8) != ' ') throw new Broken(Broken.GARBLED);
        return status;
    }

    private void header(String line) throws Broken {
        var colon = line.indexOf(':');
        if (colon < 1) throw new Broken(Broken.GARBLED);
        // Only three matter, and no two of them begin alike: the others are not looked at any closer.
        switch (line.charAt(0) | 0x20) {
            case 'c', 't' -> header(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1));
            default -> {}
        }
    }

    private void header(String name, String raw) throws Broken {
        var value = raw.strip().toLowerCase(Locale.ROOT);
        switch (name) {
            case "content-length" -> {
                if (!value.matches("\\d{1,15}")) throw new Broken(Broken.GARBLED);
                length = Long.parseLong(value);
            }
            case "transfer-encoding" -> chunked = value.endsWith("chunked");
            case "connection" -> {
                if (value.contains("close")) ends = true;
            }
            default -> {}
        }
    }

    private void chunks() throws IOException {
        while (true) {
            var size = in.line().split("[;\\s]", 2)[0];
            if (!size.matches("[0-9a-fA-F]{1,8}")) throw new Broken(Broken.GARBLED);
            var bytes = Long.parseLong(size, 16);
            if (bytes == 0) break;
            in.take(bytes, body);
            if (!in.line().isEmpty()) throw new Broken(Broken.GARBLED);
        }
        while (!in.line().isEmpty()) {
            // trailers
        }
    }
}
