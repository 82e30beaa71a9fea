package org.wvwbuilder.dashboard;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.wvwbuilder.plugin.ActivitySource;
import org.wvwbuilder.plugin.ActivitySource.Activity;
import org.wvwbuilder.plugin.Identity;

/** What happened before there was a log: guessed from the things themselves, the newest two hundred. */
final class Past {
    private static final int MOST = 200;
    private static final Comparator<Activity> NEWEST_FIRST = Comparator.comparing(Activity::timestamp)
            .thenComparing(Activity::id)
            .reversed();

    private final Supplier<List<ActivitySource>> sources;
    private final ActivityLog log;
    private final InstantSource clock;
    private volatile Instant beginning;

    Past(Supplier<List<ActivitySource>> sources, ActivityLog log, InstantSource clock) {
        this.sources = sources;
        this.log = log;
        this.clock = clock;
    }

    /** The log begins. */
    void begin() {
        beginning = log.beginning(clock.instant());
    }

    private Instant beginning() {
        if (beginning == null) begin();
        return beginning;
    }

    Map<String, Long> totals(Identity person) {
        var all = new HashMap<String, Long>();
        for (var source : sources.get()) source.totals(person).forEach((name, n) -> all.merge(name, n, Long::sum));
        return all;
    }

    Map<String, Long> professions(Identity person) {
        var all = new HashMap<String, Long>();
        for (var source : sources.get()) {
            source.professions(person).forEach((name, n) -> all.merge(name, n, Long::sum));
        }
        return all;
    }

    /** How many of a person's activities lie between an instant and the beginning of the log. */
    long since(Identity person, Instant instant) {
        var end = beginning();
        if (!instant.isBefore(end)) return 0;
        return sources.get().stream()
                .mapToLong(source -> source.between(person, instant, end))
                .sum();
    }

    /** Those older than the log and than an activity of this time and id. */
    List<Activity> newest(Identity person, Instant before, String id, int limit) {
        var end = beginning();
        // What changed since the log began stands in there; beyond the newest page, look at no more than MOST.
        int asked = before.isAfter(end) && limit <= MOST ? limit : MOST;
        return sources.get().stream()
                .flatMap(source -> source.newest(person, asked).stream())
                .filter(one -> !one.timestamp().isAfter(end))
                .filter(one -> one.timestamp().isBefore(before)
                        || one.timestamp().equals(before) && one.id().compareTo(id) < 0)
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList();
    }
}
