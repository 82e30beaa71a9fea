package org.wvwbuilder.loadtest.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** The bytes of a connection, with a moment until which all of an answer must have come. */
final class Incoming {
    private static final int LONGEST_LINE = 16 << 10;
    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[16 << 10];
    private int at;
    private int end;
    private long deadline;
    private long taken;

    Incoming(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
    }

    /** @param deadline by {@link System#nanoTime} */
    void begin(long deadline) {
        this.deadline = deadline;
        this.taken = 0;
    }

    /** Whether any byte of this answer came. */
    boolean begun() {
        return taken > 0;
    }

    /** Whether bytes came that no answer claimed: what follows would be taken for the next one. */
    boolean leftOver() {
        return at < end;
    }

    /** @return false at the end of the connection */
    private boolean fill() throws IOException {
        var left = deadline - System.nanoTime();
        if (left <= 0) throw new Broken(Broken.SLOW);
        try {
            socket.setSoTimeout((int) Math.max(1, left / 1_000_000));
            end = in.read(buffer);
        } catch (SocketTimeoutException slow) {
            throw new Broken(Broken.SLOW);
        } catch (SocketException reset) {
            throw new Broken(begun() ? Broken.CUT : Broken.RESET);
        }
        at = 0;
        if (end <= 0) {
            end = 0;
            return false;
        }
        taken += end;
        return true;
    }

    /** A line without its end. */
    String line() throws IOException {
        var line = new StringBuilder(64);
        while (true) {
            if (at == end && !fill()) throw new Broken(begun() ? Broken.CUT : Broken.RESET);
            var from = at;
            while (at < end && buffer[at] != '\n') at++;
            line.append(new String(buffer, from, at - from, StandardCharsets.ISO_8859_1));
            if (line.length() > LONGEST_LINE) throw new Broken(Broken.GARBLED);
            if (at == end) continue;
            at++;
            var length = line.length();
            if (length > 0 && line.charAt(length - 1) == '\r') line.setLength(length - 1);
            return line.toString();
        }
    }

    /** Takes so many bytes, which must come. */
    void take(long bytes, Body body) throws IOException {
        for (var left = bytes; left > 0; ) {
            if (at == end && !fill()) throw new Broken(Broken.CUT);
            var now = (int) Math.min(left, end - at);
            body.add(buffer, at, now);
            at += now;
            left -= now;
        }
    }

    /** Takes what comes until the server ends the connection. */
    void takeAll(Body body) throws IOException {
        while (at < end || fill()) {
            body.add(buffer, at, end - at);
            at = end;
        }
    }
}
