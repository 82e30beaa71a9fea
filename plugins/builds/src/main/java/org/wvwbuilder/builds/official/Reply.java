package org.wvwbuilder.builds.official;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What one request came to. */
sealed interface Reply {

    /** The JSON that was asked for. */
    record Good(Shape shape) implements Reply {}

    /** Not now: the API asks to wait, is broken for the moment, or doubts a key that may be good. */
    record Later(String why, Optional<Duration> pause, boolean key) implements Reply {}

    /** It will not get better by asking again. */
    record Never(String why, boolean key) implements Reply {}

    static Reply of(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status == 200 || status == 206) return parsed(answer.body());
        var words = new String(answer.body(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        // The API says so now and then about keys that are good.
        if (words.contains("invalid key") || words.contains("invalid access token") || status == 401) {
            return new Later("it calls the key invalid", Optional.empty(), true);
        }
        if (status == 404 && words.contains("ids provided are invalid")) return new Good(Shape.of(null));
        if (status == 429 || status >= 500) return new Later("status " + status, wait(answer), false);
        // A subtoken of another purpose, or a key that grants less than it did.
        if (status == 403) return new Never("it says that the key does not grant this", true);
        return new Never("status " + status, false);
    }

    private static Reply parsed(byte[] body) {
        try {
            return new Good(Shape.parse(body));
        } catch (IOException malformed) {
            return new Later("the answer is no JSON", Optional.empty(), false);
        }
    }

    private static Optional<Duration> wait(HttpResponse<byte[]> answer) {
        return answer.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,4}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)));
    }
}
