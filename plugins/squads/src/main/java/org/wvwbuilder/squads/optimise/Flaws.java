package org.wvwbuilder.squads.optimise;

import java.util.stream.IntStream;

/** What is wrong with a layout, for {@link Repair}; speaks of the layout as it was at the last {@link Layout#score()}. */
final class Flaws {
    private final Layout layout;
    private final Instance in;
    private final long goal;
    private final int[] choosy;

    /** @param goal how much of the goals above the changes may be missed, packed */
    Flaws(Layout layout, long goal) {
        this.layout = layout;
        this.in = layout.in;
        this.goal = Score.ofSubgroups(goal);
        this.choosy = IntStream.range(0, in.players)
                .filter(player -> in.apart[player] != 0)
                .toArray();
    }

    /** True when every subgroup has room for its players, and nobody in it must be apart. */
    boolean fits() {
        return crowded() < 0;
    }

    /** The first subgroup that somebody must leave, or -1. */
    int crowded() {
        for (int group = 0; group < in.groups; group++) {
            if (layout.size[group] > Task.PLACES) return group;
        }
        for (int player : choosy) {
            if (!layout.fits(player)) return layout.group[player];
        }
        return -1;
    }

    /** The subgroup that misses most and is not settled, or -1. */
    int wanting(long settled) {
        int most = -1;
        for (int group = 0; group < in.groups; group++) {
            if ((settled & 1L << group) != 0 || layout.cost(group) == 0) continue;
            if (most < 0 || layout.cost(group) > layout.cost(most)) most = group;
        }
        return most;
    }

    /** True when so few changes cannot be enough: each helps one subgroup, and relieves one. */
    boolean hopeless(int left, long settled) {
        int surplus = 0;
        int wanting = 0;
        long missing = 0;
        long most = 0;
        for (int group = 0; group < in.groups; group++) {
            surplus += Math.max(0, layout.size[group] - Task.PLACES);
            long cost = layout.cost(group);
            if (cost == 0 || isEmptied(group, left)) continue;
            missing += cost;
            if ((settled & 1L << group) != 0) continue;
            wanting++;
            most = Math.max(most, cost);
        }
        if (surplus > left) return true;
        // With one change left only one subgroup may get better; with more it is not worth the sorting.
        if (goal != 0 && wanting > left) return missing - left * most > goal;
        return wanting > left && goal == 0;
    }

    /** Where players who leave must go, as bits: when every change counts, to a subgroup that misses something. */
    long mustReach(int left, long settled) {
        long wanting = 0;
        for (int group = 0; group < in.groups; group++) {
            boolean open = layout.cost(group) != 0 && !isEmptied(group, left) && (settled & 1L << group) == 0;
            if (open) wanting |= 1L << group;
        }
        return goal == 0 && Long.bitCount(wanting) >= left ? wanting : ~0L;
    }

    /** True when the goal allows to leave a subgroup as it is, and those that are settled. */
    boolean mayStay(int group, long settled) {
        long missing = layout.cost(group);
        for (long left = settled; left != 0; left &= left - 1) {
            missing += layout.cost(Long.numberOfTrailingZeros(left));
        }
        return missing <= goal;
    }

    private boolean isEmptied(int group, int left) {
        return layout.size[group] <= left;
    }
}
