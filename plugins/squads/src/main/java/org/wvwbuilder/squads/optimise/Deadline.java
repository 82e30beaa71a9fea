package org.wvwbuilder.squads.optimise;

import java.time.Duration;
import java.util.Optional;

/** When a search must answer with what it has. */
final class Deadline {
    private final Optional<Deadline> whole;
    private final Watch watch;
    private final boolean timed;
    private final long end;
    private boolean over;
    private boolean cut;

    /** @param limit empty for a search that only the watch may end */
    Deadline(Optional<Duration> limit, Watch watch) {
        this(
                Optional.empty(),
                watch,
                limit.isPresent(),
                System.nanoTime() + limit.orElse(Duration.ZERO).toNanos());
    }

    private Deadline(Optional<Deadline> whole, Watch watch, boolean timed, long end) {
        this.whole = whole;
        this.watch = watch;
        this.timed = timed;
        this.end = end;
    }

    /** For a part of the search that may take half of the time that is left. */
    Deadline half() {
        long now = System.nanoTime();
        return new Deadline(Optional.of(this), watch, timed, now + (end - now) / 2);
    }

    boolean passed() {
        if (!over && (timed && System.nanoTime() - end >= 0 || watch.stopped())) {
            over = true;
            shorten();
        }
        return over;
    }

    private void shorten() {
        cut = true;
        whole.ifPresent(Deadline::shorten);
    }

    /** True once the search, or a part of it, was cut short. */
    boolean cut() {
        return cut;
    }
}
