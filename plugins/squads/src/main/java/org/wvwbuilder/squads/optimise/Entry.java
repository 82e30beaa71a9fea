package org.wvwbuilder.squads.optimise;

import java.util.List;
import org.wvwbuilder.squads.archetype.Archetype;

/** A player and what they can play, the dearest build first. */
public record Entry(String player, List<Archetype> builds) {

    /** More would only be a list of everything. */
    public static final int MOST_BUILDS = 20;

    public Entry {
        builds = List.copyOf(builds);
    }
}
