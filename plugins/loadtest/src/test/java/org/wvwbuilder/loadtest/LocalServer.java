package org.wvwbuilder.loadtest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on loopback that answers as a test wants, also as no server should. */
public final class LocalServer implements AutoCloseable {
    private final ServerSocket listening;
    private final Behaviour behaviour;
    private final List<Socket> connections = new ArrayList<>();
    final AtomicInteger opened = new AtomicInteger();
    /** The heads of the requests that came, with their bodies. */
    final ConcurrentLinkedQueue<String> requests = new ConcurrentLinkedQueue<>();

    /** Answers one request. */
    @FunctionalInterface
    public interface Behaviour {
        /** @return false to take no more from this connection, which is then closed */
        boolean answer(String request, Answer answer) throws IOException, InterruptedException;
    }

    /** What an answer is written to. */
    public record Answer(Socket socket, OutputStream out) {
        public boolean whole(int status, String body) throws IOException {
            return raw("HTTP/1.1 " + status + " x\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        }

        public boolean raw(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return true;
        }

        /** Ends the connection as a crashed server's kernel does. */
        public boolean reset() throws IOException {
            socket.setSoLinger(true, 0);
            return false;
        }
    }

    public LocalServer(Behaviour behaviour) {
        this.behaviour = behaviour;
        try {
            listening = new ServerSocket(0, 512, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::accept);
    }

    public String address() {
        return "http://127.0.0.1:" + listening.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                var socket = listening.accept();
                socket.setTcpNoDelay(true);
                opened.incrementAndGet();
                synchronized (connections) {
                    connections.add(socket);
                }
                Thread.ofPlatform().daemon().start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            var answer = new Answer(socket, socket.getOutputStream());
            while (true) {
                var request = request(in);
                if (request.isEmpty()) return;
                if (requests.size() < 10_000) requests.add(request);
                if (!behaviour.answer(request, answer)) return;
            }
        } catch (IOException | InterruptedException gone) {
            // Whoever asked is gone, which is for the client to judge.
        }
    }

    private static String request(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var c = in.read();
            if (c < 0) return "";
            head.append((char) c);
        }
        var at = head.indexOf("Content-Length: ");
        if (at < 0) return head.toString();
        var length = Integer.parseInt(head.substring(at + 16, head.indexOf("\r", at)));
        return head + new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        synchronized (connections) {
            for (var socket : connections) socket.close();
        }
    }
}
