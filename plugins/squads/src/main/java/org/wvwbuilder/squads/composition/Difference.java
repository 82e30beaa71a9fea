package org.wvwbuilder.squads.composition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.wvwbuilder.plugin.Doc;

@Doc("A player who sits or plays otherwise in two compositions; null where they are not in one.")
public record Difference(String player, Optional<Place> left, Optional<Place> right) {

    @Doc("Where somebody sits, and what they play.")
    public record Place(int subgroup, String build) {}

    /** In the order of the left composition, then of the right. */
    static List<Difference> of(Composition left, Composition right) {
        var before = places(left.details());
        var after = places(right.details());
        var players = new LinkedHashMap<String, Boolean>();
        before.keySet().forEach(player -> players.put(player, true));
        after.keySet().forEach(player -> players.put(player, true));
        var differences = new ArrayList<Difference>();
        for (var player : players.keySet()) {
            var one = before.get(player);
            var other = after.get(player);
            if (!Objects.equals(one, other)) {
                differences.add(new Difference(player, Optional.ofNullable(one), Optional.ofNullable(other)));
            }
        }
        return differences;
    }

    private static Map<String, Place> places(Details details) {
        var places = new LinkedHashMap<String, Place>();
        for (int group = 0; group < details.subgroups().size(); group++) {
            for (var slot : details.subgroups().get(group)) {
                if (!slot.player().isEmpty()) places.put(slot.player(), new Place(group + 1, slot.build()));
            }
        }
        return places;
    }
}
