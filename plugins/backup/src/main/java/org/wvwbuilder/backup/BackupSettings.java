package org.wvwbuilder.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.wvwbuilder.backup.retention.Policy;
import org.wvwbuilder.plugin.Schedule;
import org.wvwbuilder.plugin.Setting;

/** The table {@code backup}. */
public record BackupSettings(
        @Setting(value = "Folder of the backups and of backup.log", fallback = "backups")
        Path directory,

        @Setting(value = "When to make one, as in crontab: minute, hour, day, month, weekday", fallback = "0 2 * * 0")
        String schedule,

        @Setting(value = "How many of the newest are kept", fallback = "3")
        int keepLast,

        @Setting(value = "How many days keep their newest", fallback = "7")
        int keepDaily,

        @Setting(value = "How many weeks keep their newest", fallback = "5")
        int keepWeekly,

        @Setting(value = "How many months keep their newest", fallback = "12")
        int keepMonthly,

        @Setting(value = "How far back backup.log reaches", fallback = "30d")
        Duration keepLog,

        @Setting("Places for sealed copies, each a table [backup.offsite.<name>]")
        Map<String, OffsiteSettings> offsite) {

    public BackupSettings {
        if (schedule.strip().split("\\s+").length != 5) {
            throw new IllegalArgumentException("schedule must have five fields: 0 2 * * 0 is Sundays at 02:00");
        }
        if (keepLog.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("keep-log must be at least 1d");
        }
        new Policy(keepLast, keepDaily, keepWeekly, keepMonthly);
        offsite = Map.copyOf(offsite);
    }

    Policy policy() {
        return new Policy(keepLast, keepDaily, keepWeekly, keepMonthly);
    }

    Schedule moments() {
        return Schedule.cron(schedule.strip());
    }
}
