package org.wvwbuilder.squads.optimise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.archetype.Archetypes;
import org.wvwbuilder.squads.archetype.Capability;
import org.wvwbuilder.squads.archetype.Rule;
import org.wvwbuilder.squads.optimise.Fault.Finding;

/**
 * A task in plain words, as the JSON of a request has it: archetypes and capabilities by their ids.
 *
 * @param rules capability to what every subgroup must reach
 * @param squad capability to what the squad must reach
 * @param previous seats by subgroup, each {@code player:build}
 */
public record Request(
        List<Line> roster,
        int groups,
        Map<String, Integer> rules,
        Map<String, Integer> squad,
        Orders orders,
        List<List<String>> previous,
        Effort effort) {

    /** A player and the ids of what they can play, the dearest first. */
    public record Line(String player, List<String> builds) {}

    /** @throws Fault with every place that is wrong */
    public Task task(Archetypes archetypes) {
        var wrong = new ArrayList<Finding>();
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < roster.size(); i++) {
            entries.add(entry("/roster/" + i, roster.get(i), archetypes, wrong));
        }
        var needs = rules("/rules/", rules, Rule.MOST_NEED, wrong);
        var minimums = rules("/squad/", squad, Rule.MOST_SQUAD_NEED, wrong);
        var seats = new ArrayList<List<Seat>>();
        for (int group = 0; group < previous.size(); group++) seats.add(seats(group, wrong));
        if (!wrong.isEmpty()) throw new Fault(wrong);
        return new Task(entries, groups, needs, minimums, orders, seats, effort);
    }

    private static Entry entry(String where, Line line, Archetypes archetypes, List<Finding> wrong) {
        if (line.player().isBlank()) wrong.add(new Finding(where + "/player", "Name the player"));
        var builds = new ArrayList<Archetype>();
        for (int i = 0; i < line.builds().size(); i++) {
            var id = line.builds().get(i);
            var place = where + "/builds/" + i;
            archetypes
                    .find(id)
                    .ifPresentOrElse(
                            builds::add,
                            () -> wrong.add(
                                    new Finding(place, "Choose an archetype that exists: " + id + " does not")));
        }
        return new Entry(line.player(), builds);
    }

    private static List<Rule> rules(String where, Map<String, Integer> needs, int most, List<Finding> wrong) {
        var rules = new ArrayList<Rule>();
        new TreeMap<>(needs).forEach((key, need) -> {
            var place = where + Fault.token(key);
            var capability = Capability.named(key);
            if (capability.isEmpty()) wrong.add(new Finding(place, "Choose a capability that exists"));
            else if (need < 0 || need > most) wrong.add(new Finding(place, "Ask for 0 to " + most + ", not " + need));
            else rules.add(Rule.of(capability.get(), need));
        });
        rules.sort(Comparator.comparing(Rule::capability));
        return rules;
    }

    private List<Seat> seats(int group, List<Finding> wrong) {
        var seats = new ArrayList<Seat>();
        for (int i = 0; i < previous.get(group).size(); i++) {
            var text = previous.get(group).get(i);
            int colon = text.lastIndexOf(':');
            if (colon < 1) wrong.add(new Finding("/previous/" + group + "/" + i, "Write player:build, not " + text));
            else seats.add(new Seat(text.substring(0, colon), text.substring(colon + 1)));
        }
        return seats;
    }
}
