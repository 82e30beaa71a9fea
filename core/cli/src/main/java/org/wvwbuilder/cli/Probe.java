package org.wvwbuilder.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Asks a server something. By HttpURLConnection, because it starts with half of the work that java.net.http needs, and where that is
 * enough by a socket.
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
            if (json == null && token.isEmpty() && "http".equals(server.getScheme())) return glance(path);
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

    /** By a socket alone: HttpURLConnection takes longer to start than a command that only looks should last. */
    private Optional<Reply> glance(String path) throws IOException {
        try (var socket = new Socket(Proxy.NO_PROXY)) {
            socket.connect(
                    new InetSocketAddress(server.getHost(), server.getPort() < 0 ? 80 : server.getPort()), MILLIS);
            socket.setSoTimeout(MILLIS);
            // Of HTTP/1.0 an answer ends where the connection does.
            var request = "GET " + path + " HTTP/1.0\r\nHost: " + server.getRawAuthority() + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readNBytes(LONGEST), StandardCharsets.UTF_8);
            var body = answer.indexOf("\r\n\r\n");
            return Optional.of(new Reply(status(answer), body < 0 ? Map.of() : object(answer.substring(body + 4))));
        }
    }

    /** -1 of something that does not speak HTTP. */
    private static int status(String answer) {
        if (!answer.startsWith("HTTP/1.") || answer.length() < 12) return -1;
        var status = 0;
        for (var i = 9; i < 12; i++) {
            if (answer.charAt(i) < '0' || answer.charAt(i) > '9') return -1;
            status = 10 * status + answer.charAt(i) - '0';
        }
        return status;
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
        return object(new String(body.readNBytes(LONGEST), StandardCharsets.UTF_8));
    }

    private static Map<?, ?> object(String text) {
        try {
            return JsonReader.read(text) instanceof Map<?, ?> map ? map : Map.of();
        } catch (IllegalArgumentException notOurs) {
            return Map.of();
        }
    }
}
