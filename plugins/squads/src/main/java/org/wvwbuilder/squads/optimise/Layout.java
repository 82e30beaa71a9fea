package org.wvwbuilder.squads.optimise;

import java.util.Arrays;

/**
 * Who sits where and plays what, while a search changes it: the score follows every change at the cost of the subgroups
 * that changed, and changes can be taken back to a mark.
 */
final class Layout {
    private static final int STRENGTHS = 4;
    private static final int MOST_CHANGES = 64;

    final Instance in;
    final int[] group;
    final int[] option;
    final int[] size;
    final long[] members;
    private final int[][] sum;
    private final int[][] stabilities;
    private final int[] squad;
    private final long[] groupCost;
    private long groupCosts;
    private long seatCosts;
    private int placed;
    private long stale;
    private final int[] log;
    private int logged;

    /** Everybody on the bench. */
    Layout(Instance in) {
        this.in = in;
        group = new int[in.players];
        option = new int[in.players];
        size = new int[in.groups + 1];
        members = new long[in.groups + 1];
        sum = new int[in.groups][in.needs.sums.length];
        stabilities = new int[in.groups][STRENGTHS];
        squad = new int[in.needs.squad.length];
        groupCost = new long[in.groups];
        log = new int[3 * MOST_CHANGES];
        Arrays.fill(group, in.bench());
        seatCosts = (long) in.away << Score.CHANGE;
        for (int player = 0; player < in.players; player++) {
            seatCosts += in.cost(player, in.bench(), 0);
            members[in.bench()] |= 1L << player;
        }
        size[in.bench()] = in.players;
    }

    /** From here on changes can be taken back. */
    void mark() {
        logged = 0;
    }

    void undo() {
        int changes = logged;
        while (changes > 0) {
            changes -= 3;
            set(log[changes], log[changes + 1], log[changes + 2]);
        }
        logged = 0;
    }

    void put(int player, int to, int choice) {
        if (logged + 3 > log.length) throw new IllegalStateException("mark more often");
        log[logged++] = player;
        log[logged++] = group[player];
        log[logged++] = option[player];
        set(player, to, choice);
    }

    private void set(int player, int to, int choice) {
        int from = group[player];
        seatCosts += in.cost(player, to, choice) - in.cost(player, from, option[player]);
        if (from != in.bench()) count(player, from, -1);
        size[from]--;
        members[from] &= ~(1L << player);
        group[player] = to;
        option[player] = choice;
        size[to]++;
        members[to] |= 1L << player;
        if (to != in.bench()) count(player, to, 1);
    }

    private void count(int player, int at, int sign) {
        var playing = in.options[player][option[player]];
        var sums = sum[at];
        for (int i = 0; i < sums.length; i++) sums[i] += sign * playing.strength()[i];
        for (int i = 0; i < squad.length; i++) squad[i] += sign * playing.squad()[i];
        stabilities[at][playing.stability()] += sign;
        placed += sign;
        stale |= 1L << at;
    }

    /** The packed score. */
    long score() {
        for (long left = stale; left != 0; left &= left - 1) {
            int at = Long.numberOfTrailingZeros(left);
            groupCosts -= groupCost[at];
            groupCost[at] = size[at] == 0 ? 0 : in.needs.cost(stabilities[at], sum[at]);
            groupCosts += groupCost[at];
        }
        stale = 0;
        long empty = (long) in.groups * Task.PLACES - placed;
        return (empty << Score.EMPTY) + groupCosts + in.needs.squadCost(squad) + seatCosts;
    }

    /** What a subgroup missed of the rules at the last score, packed. */
    long cost(int at) {
        return groupCost[at];
    }

    /** True when nobody in a subgroup must be apart from the player there. */
    boolean fits(int player) {
        int at = group[player];
        return at == in.bench() || size[at] <= Task.PLACES && (members[at] & in.apart[player]) == 0;
    }

    int seats() {
        return in.groups * Task.PLACES - placed;
    }

    Snapshot snapshot() {
        return new Snapshot(score(), group.clone(), option.clone());
    }

    void restore(Snapshot snapshot) {
        for (int player = 0; player < in.players; player++) {
            set(player, snapshot.group()[player], snapshot.option()[player]);
        }
        mark();
    }

    /** A layout to come back to. */
    record Snapshot(long score, int[] group, int[] option) {}
}
