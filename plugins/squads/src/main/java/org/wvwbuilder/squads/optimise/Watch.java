package org.wvwbuilder.squads.optimise;

import java.time.Duration;
import java.util.List;

/** Looks on while a search runs, in the thread that searches, and may end it. */
public interface Watch {
    Watch NONE = new Watch() {};

    /**
     * The best plan so far.
     *
     * @param groups its seats by subgroup
     */
    record Progress(List<List<Seat>> groups, Score score, Duration elapsed) {}

    /** Called for every better plan, the first one included; keep it short. */
    default void better(Progress progress) {}

    /** True to end the search with the best plan so far; asked about every 100 microseconds. */
    default boolean stopped() {
        return false;
    }
}
