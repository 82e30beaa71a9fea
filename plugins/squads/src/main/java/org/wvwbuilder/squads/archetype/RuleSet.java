package org.wvwbuilder.squads.archetype;

import java.util.List;

/** The rules of one way to play. */
public record RuleSet(
        String id,
        String title,
        String french,
        int fewestPlayers,
        int mostPlayers,
        List<Rule> subgroup,
        List<Rule> squad) {

    public RuleSet {
        subgroup = List.copyOf(subgroup);
        squad = List.copyOf(squad);
    }
}
