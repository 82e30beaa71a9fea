package org.wvwbuilder.plugin;

import java.time.Duration;
import java.time.ZoneId;
import org.apiguardian.api.API;

/**
 * When a job runs.
 *
 * {@snippet lang=java :
 * var nightly = Schedule.cron("0 2 * * *");
 * var often = Schedule.every(Duration.ofMinutes(15));
 * }
 */
@API(status = API.Status.STABLE, since = "1.0")
public sealed interface Schedule {

    /**
     * Five fields, as in crontab: {@code "0 2 * * 0"} or {@code "0 2 * * SUN"}. Where clocks are put forward, what lies
     * in the hour that does not exist runs at its end; where they are put back, it runs once. A plugin with a job whose
     * fields are none is refused, with the reason.
     */
    record Cron(String fields, ZoneId zone) implements Schedule {}

    /**
     * Again and again, first one period after the server came to know the job. A restart does not change the beat.
     *
     * @param period a second or more
     */
    record Every(Duration period) implements Schedule {
        public Every {
            if (period.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException("a job's period must be at least one second, not " + period);
            }
        }
    }

    /** A cron expression in the server's time zone. */
    static Schedule cron(String fields) {
        return new Cron(fields, ZoneId.systemDefault());
    }

    /** Again and again. @throws IllegalArgumentException when the period is shorter than a second */
    static Schedule every(Duration period) {
        return new Every(period);
    }
}
