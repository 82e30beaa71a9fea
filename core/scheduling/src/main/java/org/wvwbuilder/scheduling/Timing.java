package org.wvwbuilder.scheduling;

import java.time.Instant;
import java.util.Optional;
import org.wvwbuilder.plugin.Schedule;

/** The moments that a schedule names: the same on every node, so that a moment is a name for a firing. */
sealed interface Timing permits CronTiming, EveryTiming {

    /** @throws IllegalArgumentException when the schedule makes no sense; the message says what would */
    static Timing of(Schedule schedule) {
        return switch (schedule) {
            case Schedule.Cron cron -> CronTiming.parse(cron.fields(), cron.zone());
            case Schedule.Every every -> new EveryTiming(every.period());
        };
    }

    /**
     * The first moment after this one.
     *
     * @param since when the job came to be
     */
    Instant after(Instant since, Instant instant);

    /** The latest moment after {@code from} and not after {@code to}, if there is one. */
    Optional<Instant> latest(Instant since, Instant from, Instant to);

    /** As an operator would write it. */
    String text();
}
