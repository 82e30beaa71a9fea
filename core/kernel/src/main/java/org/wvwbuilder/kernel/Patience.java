package org.wvwbuilder.kernel;

import java.time.Duration;
import java.util.Locale;

/**
 * How long a kind of call into a plugin may take.
 *
 * @param slow from when on it counts as slow
 * @param most after which it is interrupted
 * @param setting what gives it longer: {@code plugins.call-deadline}
 */
public record Patience(Duration slow, Duration most, String setting) {

    /** The most, as people write it: {@code 45s}. */
    String text() {
        return text(most);
    }

    static String text(Duration time) {
        return time.toString().substring(2).toLowerCase(Locale.ROOT);
    }
}
