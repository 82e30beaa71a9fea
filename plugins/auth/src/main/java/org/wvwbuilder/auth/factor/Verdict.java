package org.wvwbuilder.auth.factor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.wvwbuilder.plugin.Problem;

/** What became of a code. A wrong one is counted, so whoever asked must let the transaction end well. */
sealed interface Verdict {

    record Right() implements Verdict {}

    record Wrong() implements Verdict {}

    /** Not looked at: there were too many wrong ones. */
    record TooMany(Duration delay) implements Verdict {}

    /** For whoever has nothing better to answer to a code that is not right. */
    static Problem refusal(Verdict verdict) {
        return switch (verdict) {
            case Right right -> throw new IllegalArgumentException("a right code is no refusal");
            case Wrong wrong ->
                new Problem(
                        401,
                        "code-wrong",
                        "This code is not, or no longer, good: wait for the next one of your app, or use a recovery"
                                + " code.");
            case TooMany many ->
                new Problem(
                        429,
                        "too-many-codes",
                        "Too many wrong codes: wait, or use a recovery code.",
                        List.of(),
                        Map.of(
                                "Retry-After",
                                Long.toString(Math.max(1, many.delay().toSeconds()))));
        };
    }
}
