package org.wvwbuilder.plugin.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who speaks HTTP with the server. A path without a leading slash is below {@code /api/v1/}, one with it is
 * the server's own: {@code get("kill-feed")}, {@code get("/ui/kill-feed/kill-feed.js")}.
 *
 * <p>Bodies are JSON: a String is sent as it is, anything else is written by Jackson, and {@code byte[]} is sent as
 * {@code application/octet-stream} unless {@link #with} sets another Content-Type.
 */
public final class Client {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    /** More than {@code plugins.call-deadline}: of a plugin that hangs, the server tells. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestServer server;
    private final Ticket ticket;
    private final List<String> headers;

    /** What shows who asks. It is asked for anew when the server no longer takes it. */
    interface Ticket {
        /** The value of the Authorization header, empty for nobody. */
        String header();

        void renew();
    }

    Client(TestServer server, Ticket ticket, List<String> headers) {
        this.server = server;
        this.ticket = ticket;
        this.headers = headers;
    }

    /** The same with one more header. */
    public Client with(String header, String value) {
        var more = new ArrayList<>(headers);
        more.addAll(List.of(header, value));
        return new Client(server, ticket, List.copyOf(more));
    }

    public Reply get(String path) {
        return send("GET", path, null);
    }

    public Reply post(String path, Object body) {
        return send("POST", path, body);
    }

    public Reply put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Reply delete(String path) {
        return send("DELETE", path, null);
    }

    /** @param body null for none */
    public Reply send(String method, String path, Object body) {
        var reply = once(method, path, body);
        // The clock of the tests may have gone past the end of a token.
        if (reply.status() != 401 || ticket.header().isEmpty()) return reply;
        ticket.renew();
        return once(method, path, body);
    }

    private Reply once(String method, String path, Object body) {
        var address = server.address().resolve("/api/v1/").resolve(path);
        var patience = Patience.of(PATIENCE);
        var begun = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var request = HttpRequest.newBuilder(address)
                .timeout(patience)
                .method(method, body == null ? BodyPublishers.noBody() : publisher(body));
        if (body != null && headers.stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
            request.header("Content-Type", body instanceof byte[] ? "application/octet-stream" : "application/json");
        }
        if (!ticket.header().isEmpty()) request.header("Authorization", ticket.header());
        if (!headers.isEmpty()) request.headers(headers.toArray(String[]::new));
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Reply(answer.statusCode(), answer.headers(), answer.body());
        } catch (HttpTimeoutException late) {
            throw new AssertionError(new Unanswered(method + " " + address, patience, begun).told(server), late);
        } catch (IOException broken) {
            throw new AssertionError(method + " " + path + " was not answered: " + broken, broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(method + " " + path + " was interrupted", stop);
        }
    }

    private static BodyPublisher publisher(Object body) {
        try {
            return switch (body) {
                case byte[] bytes -> BodyPublishers.ofByteArray(bytes);
                case String text -> BodyPublishers.ofString(text);
                default -> BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
            };
        } catch (JsonProcessingException unwritable) {
            throw new AssertionError("this cannot be written as JSON: " + body, unwritable);
        }
    }
}
