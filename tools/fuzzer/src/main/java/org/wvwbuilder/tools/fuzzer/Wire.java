package org.wvwbuilder.tools.fuzzer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Speaks HTTP/1.1 over a socket that it keeps. Clients of the shelf refuse to send half of what has to be tried, and
 * forgive answers that no browser would.
 */
final class Wire implements AutoCloseable {
    private final URI address;
    private final int patience;
    private Socket socket;
    private InputStream in;

    /** @param patienceMillis how long the server may be silent */
    Wire(URI address, int patienceMillis) {
        this.address = address;
        this.patience = patienceMillis;
    }

    /** Sends a request; once more on a new connection when the kept one was closed meanwhile. */
    Response send(Request request) throws IOException {
        boolean fresh = socket == null;
        try {
            return exchange(request);
        } catch (java.net.SocketTimeoutException silent) {
            close();
            throw silent;
        } catch (IOException broken) {
            close();
            if (fresh) throw broken;
            try {
                return exchange(request);
            } catch (IOException again) {
                close();
                throw again;
            }
        }
    }

    private Response exchange(Request request) throws IOException {
        if (socket == null) connect();
        long start = System.nanoTime();
        var out = socket.getOutputStream();
        out.write(request.head(address.getAuthority()));
        if (request.body() != null) {
            try {
                out.write(request.body());
            } catch (IOException refused) {
                // It may have answered before it read all.
            }
        }
        out.flush();
        var answer = read(request.method(), start);
        if (answer.isStream() || answer.header("connection").orElse("").equalsIgnoreCase("close")) close();
        return answer;
    }

    private void connect() throws IOException {
        socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(patience);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), patience);
        in = new BufferedInputStream(socket.getInputStream());
    }

    private Response read(String method, long start) throws IOException {
        int status;
        Map<String, List<String>> headers;
        do {
            var words = line().split(" ", 3);
            if (words.length < 2 || !words[0].equals("HTTP/1.1")) throw new IOException("no HTTP: " + words[0]);
            status = Integer.parseInt(words[1]);
            headers = headers();
        } while (status < 200);
        var head = new Response(status, headers, new byte[0], 0);
        boolean empty = method.equals("HEAD") || status == 204 || status == 304 || head.isStream();
        var body = empty ? new byte[0] : body(head);
        return new Response(status, headers, body, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    private Map<String, List<String>> headers() throws IOException {
        var headers = new HashMap<String, List<String>>();
        for (var line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon < 1) throw new IOException("no header: " + line);
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    private byte[] body(Response head) throws IOException {
        var length = head.header("content-length");
        if (length.isPresent()) return exactly(Integer.parseInt(length.get()));
        if (head.header("transfer-encoding").orElse("").equals("chunked")) return chunks();
        return in.readAllBytes();
    }

    private byte[] chunks() throws IOException {
        var all = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line().split(";")[0].strip(), 16);
            all.write(exactly(size));
            line();
            if (size == 0) return all.toByteArray();
        }
    }

    private byte[] exactly(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) throw new EOFException("the body ended after " + bytes.length + " of " + length);
        return bytes;
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException("the connection ended");
            if (c != '\r') line.write(c);
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        if (socket == null) return;
        try {
            socket.close();
        } catch (IOException gone) {
            // That is what was wanted.
        }
        socket = null;
    }
}
