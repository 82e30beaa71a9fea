package org.wvwbuilder.loadtest.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Sends requests over kept connections, the most recently used first. Follows no redirect: whatever an endpoint does not
 * expect is no success.
 */
public final class Client implements AutoCloseable {
    /** Servers and proxies close what is idle; one that closes at the same moment would make an error that is none. */
    private static final long LONGEST_IDLE_NANOS = Duration.ofSeconds(5).toNanos();

    private static final String ABANDONED = "given up when the run was ended";

    private final Target target;
    private final long timeoutNanos;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final Set<Connection> busy = ConcurrentHashMap.newKeySet();
    private volatile boolean abandoned;

    public Client(Target target, Duration timeout) {
        this.target = target;
        this.timeoutNanos = timeout.toNanos();
    }

    /** A whole answer that was read. */
    public record Read(int status, String text) {}

    /** Connects and keeps the connection, so that it is known whether anybody is there. */
    public void reach() throws IOException {
        idle.push(Connection.open(target, System.nanoTime() + timeoutNanos));
    }

    /** @return empty for a success, else the reason to count it by: {@code status 500}, {@code timed out} */
    public String send(Request request) {
        try {
            var status = exchange(request, Body.counted());
            return request.endpoint().succeeds(status) ? "" : "status " + status;
        } catch (Broken broken) {
            return abandoned ? ABANDONED : broken.getMessage();
        } catch (IOException e) {
            return target.tls() && e instanceof javax.net.ssl.SSLException
                    ? "TLS: no trust or no agreement"
                    : Broken.RESET;
        }
    }

    /** Sends a request and reads the answer, whatever its status. */
    public Read read(Request request) throws IOException {
        var body = Body.kept();
        var status = exchange(request, body);
        return new Read(status, body.text());
    }

    private int exchange(Request request, Body body) throws IOException {
        var deadline = System.nanoTime() + timeoutNanos;
        var kept = kept();
        if (kept != null) {
            try {
                return exchange(kept, request, deadline, body);
            } catch (Broken broken) {
                // RFC 9110, 9.2.2: what was sent into a connection that just closed may be sent once more.
                if (abandoned
                        || !kept.stale()
                        || !broken.getMessage().equals(Broken.RESET)
                        || !request.endpoint().repeatable()) {
                    throw broken;
                }
            }
        }
        return exchange(Connection.open(target, deadline), request, deadline, body);
    }

    private int exchange(Connection connection, Request request, long deadline, Body body) throws IOException {
        var reusable = false;
        busy.add(connection);
        try {
            var reply = connection.exchange(request.bytes(), request.head(), deadline, body);
            reusable = reply.reusable();
            return reply.status();
        } finally {
            busy.remove(connection);
            if (reusable) idle.push(connection);
            else connection.close();
        }
    }

    /** Waits for no answer any more: what is under way fails. */
    public void abandon() {
        abandoned = true;
        busy.forEach(Client::close);
    }

    private Connection kept() throws IOException {
        while (true) {
            var connection = idle.poll();
            if (connection == null) return null;
            if (System.nanoTime() - connection.idleSince() < LONGEST_IDLE_NANOS) return connection;
            connection.close();
        }
    }

    @Override
    public void close() {
        for (var connection = idle.poll(); connection != null; connection = idle.poll()) close(connection);
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (IOException gone) {
            // It held nothing that could be lost.
        }
    }
}
