package org.wvwbuilder.scheduling;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** Whatever somebody writes as a schedule is refused in words, or names moments that keep the contract of {@link Timing}. */
public final class CronFuzzTarget {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /** Before both changes of the clock of a year that has a 29th of February. */
    private static final Instant START = Instant.parse("2028-02-28T23:30:00Z");

    private CronFuzzTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        takes(input);
    }

    /** @return whether it was no refusal */
    static boolean takes(byte[] input) {
        var text = new String(input, StandardCharsets.UTF_8);
        CronTiming timing;
        try {
            timing = CronTiming.parse(text, PARIS);
        } catch (IllegalArgumentException refused) {
            require(refused.getClass() == IllegalArgumentException.class, "not thrown by us: " + refused);
            require(refused.getMessage().length() > 20, "a refusal says what to write");
            return false;
        }
        var moment = START;
        for (int i = 0; i < 5; i++) {
            var next = timing.after(START, moment);
            require(next.isAfter(moment), next + " is not after " + moment);
            require(timing.latest(START, moment, next).equals(Optional.of(next)), "not the latest: " + next);
            moment = next;
        }
        require(
                CronTiming.parse(timing.text(), PARIS).after(START, START).equals(timing.after(START, START)),
                "told wrong");
        return true;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) throw new AssertionError(otherwise);
    }
}
