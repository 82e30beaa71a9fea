package org.wvwbuilder.loadtest.plan;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One kind of request.
 *
 * @param name what the report calls it
 * @param headers beside Host, Authorization and Content-Length, which are set by the program
 * @param body empty for none
 * @param requests how many of it in a round of the closed model
 * @param atOnce how many of them are under way at once in the closed model
 * @param weight its share of the requests in the open model
 * @param expected the statuses that are a success; empty for all of 2xx
 */
public record Endpoint(
        String name,
        String method,
        String path,
        Map<String, String> headers,
        String body,
        boolean signedIn,
        int requests,
        int atOnce,
        int weight,
        List<Integer> expected) {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final Set<String> OURS =
            Set.of("host", "authorization", "content-length", "transfer-encoding", "connection", "expect", "te");

    public Endpoint {
        headers = Map.copyOf(headers);
        expected = List.copyOf(expected);
        require(!name.isBlank() && name.length() <= 60, name, "name: 1 to 60 characters");
        require(
                METHODS.contains(method),
                name,
                "method: one of " + String.join(", ", METHODS.stream().sorted().toList()));
        require(path.matches("/[!-~]{0,2000}") && !path.contains("#"), name, "path: '/' and printable ASCII, encoded");
        headers.forEach((key, value) -> {
            require(
                    key.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,80}"),
                    name,
                    "headers: '" + key + "' is no header's name");
            require(!OURS.contains(key.toLowerCase(java.util.Locale.ROOT)), name, "headers: " + key + " is set by gw2");
            require(value.matches("[ -~\t]{0,4000}"), name, "headers: " + key + " must be printable ASCII");
        });
        require(bytes(body).length <= Limits.BODY_BYTES, name, "body: at most " + Limits.BODY_BYTES + " bytes");
        require(requests >= 1 && requests <= Limits.REQUESTS, name, "requests: 1 to " + Limits.REQUESTS);
        require(atOnce >= 1 && atOnce <= Limits.AT_ONCE, name, "concurrency: 1 to " + Limits.AT_ONCE);
        require(weight >= 1 && weight <= 1000, name, "weight: 1 to 1000");
        require(expected.stream().allMatch(status -> status >= 200 && status <= 599), name, "expect: 200 to 599");
    }

    private static void require(boolean holds, String name, String what) {
        if (!holds) throw new IllegalArgumentException("endpoint '" + name + "' wants " + what);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A plain GET with the numbers of the closed model, which are also its weight. */
    static Endpoint get(String name, String path, boolean signedIn, int requests, int atOnce) {
        return new Endpoint(name, "GET", path, Map.of(), "", signedIn, requests, atOnce, requests, List.of());
    }

    public boolean succeeds(int status) {
        return expected.isEmpty() ? status / 100 == 2 : expected.contains(status);
    }

    /** Whether it may be sent again when a kept connection turns out to be closed. */
    public boolean repeatable() {
        return !method.equals("POST") && !method.equals("PATCH");
    }

    public byte[] bodyBytes() {
        return bytes(body);
    }
}
