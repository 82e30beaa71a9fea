package org.wvwbuilder.loadtest.wire;

import java.nio.charset.StandardCharsets;
import org.wvwbuilder.loadtest.plan.Endpoint;

/** A request as the bytes that are sent, made once. Its text is not for printing: it may hold a token. */
public final class Request {
    private final Endpoint endpoint;
    private final byte[] bytes;

    private Request(Endpoint endpoint, byte[] bytes) {
        this.endpoint = endpoint;
        this.bytes = bytes;
    }

    /** @param token an access token, or empty */
    public static Request of(Endpoint endpoint, Target target, String token) {
        var head = new StringBuilder();
        head.append(endpoint.method()).append(' ').append(endpoint.path()).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(target.authority()).append("\r\n");
        if (!has(endpoint, "user-agent")) head.append("User-Agent: gw2-loadtest\r\n");
        if (!has(endpoint, "accept")) head.append("Accept: */*\r\n");
        endpoint.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        var body = endpoint.bodyBytes();
        if (body.length > 0 && !has(endpoint, "content-type")) head.append("Content-Type: application/json\r\n");
        if (body.length > 0 || !endpoint.method().matches("GET|HEAD|OPTIONS|DELETE")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        if (endpoint.signedIn() && !token.isEmpty())
            head.append("Authorization: Bearer ").append(token).append("\r\n");
        var start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        var all = java.util.Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return new Request(endpoint, all);
    }

    private static boolean has(Endpoint endpoint, String header) {
        return endpoint.headers().keySet().stream().anyMatch(header::equalsIgnoreCase);
    }

    public Endpoint endpoint() {
        return endpoint;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean head() {
        return endpoint.method().equals("HEAD");
    }
}
