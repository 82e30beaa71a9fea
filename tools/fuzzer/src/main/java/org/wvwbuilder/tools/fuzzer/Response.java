package org.wvwbuilder.tools.fuzzer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What came back.
 *
 * @param headers by their name in small letters
 * @param millis from the first byte sent to the last byte read
 */
record Response(int status, Map<String, List<String>> headers, byte[] body, long millis) {

    Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The media type without its parameters; empty when there is none. */
    String type() {
        return header("content-type")
                .map(value -> value.split(";")[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    boolean isStream() {
        return type().equals("text/event-stream");
    }
}
