package org.wvwbuilder.scheduling;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.wvwbuilder.scheduling.RunStore.Pulse;

/**
 * Tells which runs of other nodes were not heard of for a while. What counts is only that a beat does not change during a span
 * of this process's own time: clocks of two machines may differ, and be set.
 */
final class Silences {
    /** Three beats and a look in between: whoever died is taken over within ten seconds. */
    static final Duration LONGEST = Duration.ofSeconds(6);

    private final LongSupplier nanos;
    private final Map<Pulse, Long> since = new HashMap<>();
    private long looked;

    /** @param nanos runs evenly, as {@link System#nanoTime} does */
    Silences(LongSupplier nanos) {
        this.nanos = nanos;
        this.looked = nanos.getAsLong();
    }

    /**
     * @param now all runs of others that are under way
     * @return those of them that are the same as for longer than it takes to say that one lives
     */
    List<Pulse> among(List<Pulse> now) {
        long moment = nanos.getAsLong();
        // Who could not look for so long (no database, a machine asleep) cannot know whether others were silent.
        if (moment - looked >= LONGEST.toNanos()) since.clear();
        looked = moment;
        since.keySet().retainAll(now);
        return now.stream()
                .filter(pulse -> moment - since.computeIfAbsent(pulse, first -> moment) >= LONGEST.toNanos())
                .toList();
    }
}
