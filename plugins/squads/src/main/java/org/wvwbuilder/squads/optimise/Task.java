package org.wvwbuilder.squads.optimise;

import java.util.List;
import org.wvwbuilder.squads.archetype.Rule;

/**
 * What to solve.
 *
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

    public Task {
        roster = List.copyOf(roster);
        rules = List.copyOf(rules);
        squad = List.copyOf(squad);
        previous = previous.stream().map(List::copyOf).toList();
        if (roster.size() > MOST_PLAYERS) throw new IllegalArgumentException("at most " + MOST_PLAYERS + " players");
        if (groups < 1 || groups > MOST_GROUPS) throw new IllegalArgumentException("1 to 10 subgroups, not " + groups);
        if (rules.stream().anyMatch(rule -> rule.need() > Rule.MOST_NEED)) {
            throw new IllegalArgumentException("a subgroup can reach at most " + Rule.MOST_NEED);
        }
        if (roster.stream().map(Entry::player).distinct().count() < roster.size()) {
            throw new IllegalArgumentException("every player once");
        }
    }
}
