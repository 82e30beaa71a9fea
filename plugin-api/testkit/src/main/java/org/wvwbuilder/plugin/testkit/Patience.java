package org.wvwbuilder.plugin.testkit;

import java.time.Duration;

/** How long the kit waits for the server: as long as is usual, or several times that where a machine is known to be crowded. */
final class Patience {
    /** A system property, as Maven hands every {@code -D} on to the tests. */
    static final String PROPERTY = "plugin.patience";

    private Patience() {}

    /** @return this, as many times as the property says */
    static Duration of(Duration usual) {
        var times = System.getProperty(PROPERTY, "1");
        try {
            var time = Duration.ofMillis(Math.round(usual.toMillis() * Double.parseDouble(times)));
            if (time.isPositive()) return time;
        } catch (NumberFormatException other) {
            throw refusal(times, other);
        }
        throw refusal(times, null);
    }

    private static AssertionError refusal(String times, NumberFormatException why) {
        return new AssertionError(
                PROPERTY + " is '" + times + "': it says how many times as long to wait as usual, 4, say", why);
    }
}
