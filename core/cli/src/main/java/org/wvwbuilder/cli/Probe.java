package org.wvwbuilder.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Asks a server something. HttpURLConnection, because it starts with half of the work that java.net.http needs. */
final class Probe {
    private static final int MILLIS = 2_000;
    private static final int LONGEST = 1_000_000;

    private Probe() {}

    /**
     * @param status the HTTP status
     * @param body the JSON object that came, or an empty map
     */
    record Reply(int status, Map<?, ?> body) {

        /** A text of the body, or empty. */
        Optional<String> text(String name) {
            return Optional.ofNullable(body.get(name)).map(String::valueOf);
        }
    }

    /** The reply, or empty when nobody listens or answers in time. */
    static Optional<Reply> get(URI address) {
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(MILLIS);
            connection.setReadTimeout(MILLIS);
            connection.setInstanceFollowRedirects(false);
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
