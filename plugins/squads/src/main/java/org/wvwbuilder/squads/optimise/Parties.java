package org.wvwbuilder.squads.optimise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Every set of up to five players that may make one subgroup, with the best ways to play it. */
final class Parties {
    private static final long MOST_CHOICES = 3_000_000;

    private final Instance in;
    private final Sums sums;
    private final int group;
    private final Way[][] ways;
    private final long[] heads;
    private final int[] choice;
    private final List<Way> best = new ArrayList<>();
    private long bestHead;

    /**
     * How a party plays.
     *
     * @param sum what it gives to the squad's sums
     * @param cost of its seats
     * @param options of its players, in their order
     */
    record Way(int sum, long cost, int[] options) {}

    Parties(Instance in, Sums sums, int group) {
        this.in = in;
        this.sums = sums;
        this.group = group;
        this.ways = new Way[1 << in.players][];
        this.heads = new long[1 << in.players];
        this.choice = new int[Task.PLACES];
        for (int party = 1; party < ways.length; party++) {
            if (Integer.bitCount(party) <= Task.PLACES && allowed(party)) enumerate(party);
        }
    }

    /** Whether trying every choice of every party is little work: the sum over all parties of what they can choose. */
    static boolean affordable(Instance in) {
        var count = new long[Task.PLACES + 1];
        count[0] = 1;
        for (var options : in.options) {
            for (int size = Task.PLACES; size > 0; size--) count[size] += count[size - 1] * options.length;
        }
        long all = 0;
        for (long each : count) all += each;
        return all * (in.symmetric() ? 1 : in.groups) <= MOST_CHOICES;
    }

    boolean may(int party) {
        return ways[party] != null;
    }

    /** The least that the party misses of the rules, packed. */
    long head(int party) {
        return heads[party];
    }

    Way[] ways(int party) {
        return ways[party];
    }

    /** Two subgroups may share their parties, so it is told which one this is. */
    void seat(Layout layout, int party, int at, Way way) {
        int seat = 0;
        layout.mark();
        for (int left = party; left != 0; left &= left - 1) {
            layout.put(Integer.numberOfTrailingZeros(left), at, way.options()[seat++]);
        }
    }

    private boolean allowed(int party) {
        for (int left = party; left != 0; left &= left - 1) {
            int player = Integer.numberOfTrailingZeros(left);
            if (in.lock[player] >= 0 && in.lock[player] != group) return false;
            if ((in.apart[player] & party) != 0) return false;
            for (int mate : in.units[in.unitOf[player]]) {
                if ((party >> mate & 1) == 0) return false;
            }
        }
        return true;
    }

    private void enumerate(int party) {
        best.clear();
        bestHead = Long.MAX_VALUE;
        choose(party, 0, new int[4], new int[in.needs.sums.length], 0, 0);
        ways[party] = best.toArray(Way[]::new);
        heads[party] = bestHead;
    }

    private void choose(int left, int seat, int[] stabilities, int[] sum, int squad, long cost) {
        if (left == 0) {
            offer(in.needs.cost(stabilities, sum), squad, cost, seat);
            return;
        }
        int player = Integer.numberOfTrailingZeros(left);
        var options = in.options[player];
        for (int option = 0; option < options.length; option++) {
            var playing = options[option];
            stabilities[playing.stability()]++;
            for (int i = 0; i < sum.length; i++) sum[i] += playing.strength()[i];
            choice[seat] = option;
            choose(
                    left & left - 1,
                    seat + 1,
                    stabilities,
                    sum,
                    sums.plus(squad, sums.of(playing.squad())),
                    cost + in.cost(player, group, option));
            stabilities[playing.stability()]--;
            for (int i = 0; i < sum.length; i++) sum[i] -= playing.strength()[i];
        }
    }

    private void offer(long head, int squad, long cost, int seats) {
        if (head > bestHead) return;
        if (head < bestHead) best.clear();
        bestHead = head;
        for (int i = 0; i < best.size(); i++) {
            var other = best.get(i);
            if (other.sum() != squad) continue;
            if (cost < other.cost()) best.set(i, new Way(squad, cost, Arrays.copyOf(choice, seats)));
            return;
        }
        best.add(new Way(squad, cost, Arrays.copyOf(choice, seats)));
    }
}
