package org.wvwbuilder.logs;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.wvwbuilder.logs.entry.Filter;
import org.wvwbuilder.logs.entry.Severity;
import org.wvwbuilder.plugin.Setting;

/** Warns when a log has so many entries of a kind within so long. */
public record AlertRule(
        @Setting(
                value = "Where to look: application, access, nginx-access, nginx-error, journal or backups",
                fallback = "application")
        String source,

        @Setting(value = "Which entries count: error, warning, info, debug or any", fallback = "error")
        String level,

        @Setting(value = "Only those that contain this; empty: all", fallback = "")
        String text,

        @Setting(value = "How many are too many", fallback = "10")
        int count,

        @Setting(value = "Within what time", fallback = "5m")
        Duration within) {
    private static final int MOST = 10_000;

    public AlertRule {
        if (!level.equals("any") && Severity.named(level).isEmpty()) {
            throw new IllegalArgumentException("level must be error, warning, info, debug or any");
        }
        if (count < 1 || count > MOST) throw new IllegalArgumentException("count must be 1 to " + MOST);
        if (within.compareTo(Duration.ofSeconds(1)) < 0 || within.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("within must be 1s to 1d");
        }
        if (!Sources.IDS.contains(source)) {
            throw new IllegalArgumentException("source must be one of " + String.join(", ", Sources.IDS));
        }
    }

    Filter filter() {
        var levels = Severity.named(level).map(Set::of).orElse(Set.of());
        return new Filter(levels, text, Optional.empty(), Optional.empty());
    }
}
