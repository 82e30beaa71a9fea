package org.wvwbuilder.squads.optimise;

import java.util.List;
import java.util.stream.IntStream;
import org.wvwbuilder.squads.archetype.Archetype;

/**
 * A player and what they can play, the dearest build first.
 *
 * @param distances what each build costs as a preference: 0 to 19, its place in the list or more
 */
public record Entry(String player, List<Archetype> builds, List<Integer> distances) {

    /** More would only be a list of everything. */
    public static final int MOST_BUILDS = 20;

    public Entry {
        builds = List.copyOf(builds);
        distances = List.copyOf(distances);
        if (distances.size() != builds.size()
                || distances.stream().anyMatch(distance -> distance < 0 || distance >= MOST_BUILDS)) {
            throw new IllegalArgumentException("one distance for each build, from 0 to " + (MOST_BUILDS - 1));
        }
    }

    /** Plays all of them well, with the gear for it. */
    public Entry(String player, List<Archetype> builds) {
        this(
                player,
                builds,
                IntStream.range(0, builds.size())
                        .map(place -> Math.min(place, MOST_BUILDS - 1))
                        .boxed()
                        .toList());
    }
}
