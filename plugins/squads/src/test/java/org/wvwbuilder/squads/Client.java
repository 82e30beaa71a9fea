package org.wvwbuilder.squads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Speaks to a server as scripts and browsers do. */
public final class Client {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI address;
    private final List<String> headers;

    public Client(URI address) {
        this(address, List.of());
    }

    private Client(URI address, List<String> headers) {
        this.address = address;
        this.headers = headers;
    }

    /** An answer; its body is a missing node when it has none. */
    public record Reply(int status, HttpHeaders headers, String text, JsonNode json) {
        public String field(String name) {
            return json.path(name).asText();
        }

        /** The last word of the problem's type. */
        public String problem() {
            return field("type").replaceFirst(".*:", "");
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        /** The pointers of the fields that were refused. */
        public List<String> pointers() {
            return json.path("errors").findValuesAsText("pointer");
        }
    }

    /** Signed in with this username. */
    public Client as(String person) {
        return with("Authorization", "Bearer " + person);
    }

    /** Whoever the answer is of must not have been changed since. */
    public Client unchanged(Reply seen) {
        return with("If-Match", seen.header("ETag"));
    }

    public Client with(String header, String value) {
        var all = new ArrayList<>(headers);
        all.add(header);
        all.add(value);
        return new Client(address, List.copyOf(all));
    }

    public Reply get(String path) {
        return send("GET", path, "", "application/json");
    }

    /** The body as bytes. */
    public byte[] bytes(String path) {
        var request = HttpRequest.newBuilder(address.resolve("/api/v1" + path)).timeout(Duration.ofSeconds(60));
        if (!headers.isEmpty()) request.headers(headers.toArray(String[]::new));
        try {
            return HTTP.send(request.build(), BodyHandlers.ofByteArray()).body();
        } catch (IOException broken) {
            throw new AssertionError(path + " was not answered", broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(path + " was interrupted", stop);
        }
    }

    public Reply post(String path, String body) {
        return send("POST", path, body, "application/json");
    }

    public Reply send(String method, String path, String body) {
        return send(method, path, body, "application/json");
    }

    private Reply send(String method, String path, String body, String type) {
        var request = HttpRequest.newBuilder(address.resolve("/api/v1" + path)).timeout(Duration.ofSeconds(60));
        if (!headers.isEmpty()) request.headers(headers.toArray(String[]::new));
        if (body.isEmpty()) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", type).method(method, BodyPublishers.ofString(body));
        }
        try {
            var answer = HTTP.send(request.build(), BodyHandlers.ofString());
            var text = answer.body();
            var answered = answer.headers().firstValue("Content-Type").orElse("");
            return new Reply(
                    answer.statusCode(),
                    answer.headers(),
                    text,
                    answered.contains("json") ? JSON.readTree(text) : JSON.missingNode());
        } catch (IOException broken) {
            throw new AssertionError(method + " " + path + " was not answered", broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(method + " " + path + " was interrupted", stop);
        }
    }

    /** JSON written with apostrophes for quotation marks, to be read more easily. */
    public static String json(String text) {
        return text.replace('\'', '"');
    }
}
