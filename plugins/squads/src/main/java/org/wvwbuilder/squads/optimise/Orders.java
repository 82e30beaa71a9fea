package org.wvwbuilder.squads.optimise;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a plan must respect, whatever it costs.
 *
 * @param commander who leads, and so plays in subgroup 1
 * @param locks player to subgroup, from 1
 * @param builds player to the one build of theirs that they play tonight
 * @param benched players who stay out
 * @param together players who share a subgroup, or all sit on the bench
 * @param apart players of whom no two share a subgroup
 */
public record Orders(
        Optional<String> commander,
        Map<String, Integer> locks,
        Map<String, String> builds,
        Set<String> benched,
        List<List<String>> together,
        List<List<String>> apart) {

    public static final Orders NONE = new Orders(Optional.empty(), Map.of(), Map.of(), Set.of(), List.of(), List.of());

    public Orders {
        locks = Map.copyOf(locks);
        builds = Map.copyOf(builds);
        benched = Set.copyOf(benched);
        together = together.stream().map(List::copyOf).toList();
        apart = apart.stream().map(List::copyOf).toList();
    }

    /** Everybody who has a subgroup, the commander too, by name. */
    SortedMap<String, Integer> seats() {
        var seats = new TreeMap<String, Integer>(locks);
        commander.ifPresent(player -> seats.putIfAbsent(player, 1));
        return seats;
    }
}
