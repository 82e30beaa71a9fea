package org.wvwbuilder.logs.entry;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which entries are wanted; all conditions hold at once.
 *
 * @param levels none: all
 * @param text what stands in the message, the trace, the logger or an id, in any case; empty: anything. Plain text and no
 *     pattern: there is none that takes long.
 * @param since the first moment
 * @param until the moment after the last
 */
public record Filter(Set<Severity> levels, String text, Optional<Instant> since, Optional<Instant> until) {
    public static final Filter ALL = new Filter(Set.of(), "", Optional.empty(), Optional.empty());

    public Filter {
        levels = Set.copyOf(levels);
    }

    public boolean takes(Entry entry) {
        if (!levels.isEmpty() && !levels.contains(entry.level())) return false;
        if (since.isPresent()
                && entry.timestamp().filter(at -> !at.isBefore(since.get())).isEmpty()) return false;
        if (until.isPresent()
                && entry.timestamp().filter(at -> at.isBefore(until.get())).isEmpty()) return false;
        return text.isEmpty() || mentions(entry);
    }

    /** Whether entries above this one are too old, too. */
    public boolean passed(Entry entry) {
        return since.isPresent()
                && entry.timestamp().filter(at -> at.isBefore(since.get())).isPresent();
    }

    private boolean mentions(Entry entry) {
        return in(entry.message())
                || in(entry.trace())
                || in(entry.logger())
                || entry.requestId().filter(this::in).isPresent()
                || entry.userId().filter(this::in).isPresent();
    }

    private boolean in(String where) {
        for (var i = 0; i <= where.length() - text.length(); i++) {
            if (where.regionMatches(true, i, text, 0, text.length())) return true;
        }
        return false;
    }
}
