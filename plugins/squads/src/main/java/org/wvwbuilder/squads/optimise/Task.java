package org.wvwbuilder.squads.optimise;

import java.util.List;
import org.wvwbuilder.squads.archetype.Rule;

/**
 * What to solve. It may be made of a {@link Request}; if it cannot be solved, it cannot be made.
 *
 * @param roster who is here, the more dependable first: between equals those in front are placed
 * @param groups the number of subgroups, each with five places
 * @param rules what every subgroup with players must reach
 * @param squad what the squad must reach as a whole
 * @param previous the plan to stay close to, by subgroup; empty for none
 */
public record Task(
        List<Entry> roster,
        int groups,
        List<Rule> rules,
        List<Rule> squad,
        Orders orders,
        List<List<Seat>> previous,
        Effort effort) {
    public static final int MOST_PLAYERS = 50;
    public static final int MOST_GROUPS = 10;
    public static final int PLACES = 5;

    /** @throws Fault with every place that is wrong */
    public Task {
        roster = List.copyOf(roster);
        rules = List.copyOf(rules);
        squad = List.copyOf(squad);
        previous = previous.stream().map(List::copyOf).toList();
        var wrong = new Check(roster, groups, rules, squad, previous).findings();
        if (wrong.isEmpty()) wrong = Contradictions.of(roster, groups, orders);
        if (!wrong.isEmpty()) throw new Fault(wrong);
    }

    Task with(List<List<Seat>> before) {
        return new Task(roster, groups, rules, squad, orders, before, effort);
    }
}
