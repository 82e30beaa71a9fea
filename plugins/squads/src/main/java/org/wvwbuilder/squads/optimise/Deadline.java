package org.wvwbuilder.squads.optimise;

import java.time.Duration;

/** When a search must answer with what it has. */
final class Deadline {
    private final long end;
    private boolean cut;

    Deadline(Duration limit) {
        end = System.nanoTime() + limit.toNanos();
    }

    boolean passed() {
        if (!cut && System.nanoTime() - end >= 0) cut = true;
        return cut;
    }

    /** True once the search was cut short. */
    boolean cut() {
        return cut;
    }
}
