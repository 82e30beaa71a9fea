package org.wvwbuilder.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Asks a server something. By HttpURLConnection, because it starts with half of the work that java.net.http needs.
 *
 * @param server its address
 * @param token an access token, or empty
 */
public record Probe(URI server, String token) {
    private static final int MILLIS = 2_000;
    private static final int LONGEST = 1_000_000;

    /**
     * @param status the HTTP status
     * @param body the JSON object that came, or an empty map
     */
    public record Reply(int status, Map<?, ?> body) {

        /** A value of the body as text, or empty. */
        public Optional<String> text(String name) {
            return Optional.ofNullable(body.get(name)).map(String::valueOf);
        }
    }

    /** The reply, or empty when nobody listens or answers in time. */
    public Optional<Reply> get(String path) {
        return send("GET", path, null);
    }

    /** Sends a value as JSON. */
    Optional<Reply> post(String path, Object value) {
        return send("POST", path, Json.write(value));
    }

    private Optional<Reply> send(String method, String path, String json) {
        try {
            var connection = (HttpURLConnection) server.resolve(path).toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(MILLIS);
            connection.setReadTimeout(MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.setRequestMethod(method);
            if (!token.isEmpty()) connection.setRequestProperty("Authorization", "Bearer " + token);
            if (json != null) write(connection, json);
            var status = connection.getResponseCode();
            try (var body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
                return Optional.of(new Reply(status, object(body)));
            } finally {
                connection.disconnect();
            }
        } catch (IOException nobodyThere) {
            return Optional.empty();
        }
    }

    private static void write(HttpURLConnection connection, String json) throws IOException {
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        try (var body = connection.getOutputStream()) {
            body.write(json.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Map<?, ?> object(InputStream body) throws IOException {
        if (body == null) return Map.of();
        var text = new String(body.readNBytes(LONGEST), StandardCharsets.UTF_8);
        try {
            return JsonReader.read(text) instanceof Map<?, ?> map ? map : Map.of();
        } catch (IllegalArgumentException notOurs) {
            return Map.of();
        }
    }
}
