package org.wvwbuilder.auth.throttle;

import java.util.List;
import java.util.Map;
import org.wvwbuilder.plugin.Problem;

/**
 * How much of a {@link Budget} is left.
 *
 * @param remaining tries until the next delay
 * @param reset milliseconds until all of it is back, if nothing more is tried
 * @param pause milliseconds until the next try; 0 for now
 */
public record Standing(Limit limit, int remaining, long reset, long pause) {

    public boolean blocked() {
        return pause > 0;
    }

    /** The fields of draft-ietf-httpapi-ratelimit-headers. */
    public Map<String, String> headers() {
        var name = '"' + limit.text() + '"';
        return Map.of(
                "RateLimit-Policy",
                        name + ";q=" + limit.quota() + ";w=" + limit.window().toSeconds(),
                "RateLimit", name + ";r=" + remaining + ";t=" + seconds(blocked() ? pause : reset));
    }

    /** 429 with Retry-After. */
    public Problem problem() {
        var headers = new java.util.HashMap<>(headers());
        headers.put("Retry-After", String.valueOf(seconds(pause)));
        return new Problem(
                429,
                "too-many-attempts",
                "This was tried too often: wait " + seconds(pause) + " seconds, then try again.",
                List.of(),
                headers);
    }

    private static long seconds(long millis) {
        return (millis + 999) / 1000;
    }
}
