package org.wvwbuilder.webhooks.send;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What is sent, in one POST.
 *
 * @param headers beside those of every request; names and values are the server's own, in ASCII
 */
public record Message(Map<String, String> headers, String json) {
    public Message {
        headers = Map.copyOf(headers);
        headers.forEach((name, value) -> {
            if (!(name + value).chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
                throw new IllegalArgumentException("a header is printable ASCII: " + name);
            }
        });
    }

    byte[] body() {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
