package org.wvwbuilder.squads.optimise;

import java.time.Duration;
import java.util.Optional;

/** When a search must answer with what it has. */
final class Deadline {
    private final Watch watch;
    private final boolean timed;
    private final long end;
    private boolean cut;

    /** @param limit empty for a search that only the watch may end */
    Deadline(Optional<Duration> limit, Watch watch) {
        this.watch = watch;
        timed = limit.isPresent();
        end = System.nanoTime() + limit.orElse(Duration.ZERO).toNanos();
    }

    boolean passed() {
        if (!cut && (timed && System.nanoTime() - end >= 0 || watch.stopped())) cut = true;
        return cut;
    }

    /** True once the search was cut short. */
    boolean cut() {
        return cut;
    }
}
