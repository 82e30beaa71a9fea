package org.wvwbuilder.squads.optimise;

import java.util.Arrays;
import java.util.List;
import org.wvwbuilder.squads.archetype.Archetype;

/**
 * A task in numbers, for the searches: players, subgroups and options are indices, players in the order of the roster
 * without those on the bench. Nobody's name has a part in it.
 */
final class Instance {
    final int players;
    final int groups;
    final Needs needs;

    /** What each player may play. */
    final Option[][] options;

    /** The subgroup that a player is locked to, or -1; the same for all of a unit. */
    final int[] lock;

    /** For each player a bit for everyone who must not share the subgroup. */
    final long[] apart;

    /** Players who move as one, most of them alone. */
    final int[][] units;

    final int[] unitOf;

    /** How many had a subgroup before and are kept on the bench now: each is a change that nothing avoids. */
    final int away;

    private final int[] previousGroup;
    private final int[] previousOption;

    /** One way that a player may be placed: strengths by rule, and what the choice itself costs. */
    record Option(Archetype build, int stability, int[] strength, int[] squad, long cost) {}

    Instance(
            int groups,
            Needs needs,
            List<Option[]> options,
            int[] lock,
            long[] apart,
            int[][] units,
            int[][] previous,
            int away) {
        this.players = options.size();
        this.groups = groups;
        this.needs = needs;
        this.options = options.toArray(Option[][]::new);
        this.lock = lock;
        this.apart = apart;
        this.units = units;
        this.unitOf = new int[players];
        for (int unit = 0; unit < units.length; unit++) {
            for (int player : units[unit]) unitOf[player] = unit;
        }
        this.away = away;
        this.previousGroup = previous[0];
        this.previousOption = previous[1];
    }

    /** The subgroup's index that stands for the bench. */
    int bench() {
        return groups;
    }

    /** What it costs by itself that a player sits there and plays that, packed. */
    long cost(int player, int group, int option) {
        long change = moved(player, group, option) ? 1L << Score.CHANGE : 0;
        return group == groups ? change : change + options[player][option].cost();
    }

    boolean moved(int player, int group, int option) {
        int before = previousGroup[player];
        if (before < 0) return false;
        return group != before || option != previousOption[player];
    }

    /** Where the player was before, or -1; beyond the bench's number where that subgroup is no more. */
    int previousGroup(int player) {
        return previousGroup[player];
    }

    /** What the player played before, or -1 where that is no choice now. */
    int previousOption(int player) {
        return previousOption[player];
    }

    boolean hasPrevious() {
        return Arrays.stream(previousGroup).anyMatch(group -> group >= 0);
    }

    /** True when it makes no difference which subgroup is which. */
    boolean symmetric() {
        for (int player = 0; player < players; player++) {
            if (lock[player] >= 0 || previousGroup[player] >= 0) return false;
        }
        return true;
    }
}
