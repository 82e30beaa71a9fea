package org.wvwbuilder.squads.optimise;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.wvwbuilder.squads.optimise.Layout.Snapshot;

/**
 * Finds the best plan of a small squad beyond doubt: subgroup after subgroup over all sets of players that may be placed
 * so far. What a set misses of the subgroups' rules adds up and comes first, so only ways with the least of it go on;
 * among those, one for each sum that the squad's minimums still see.
 */
final class Exact {
    private static final long MOST_CELLS = 6_000_000;
    private static final long MOST_PAIRS = 30_000_000;
    private static final int MOST_PLAYERS = 15;
    private static final int SET_BITS = MOST_PLAYERS;
    private static final int WAY_BITS = 16;

    private final Instance in;
    private final Sums sums;
    private final Parties[] parties;
    private final Deadline deadline;
    private final int sets;

    /** The least that any plan for a set misses of the subgroups' rules, after each subgroup. */
    private final long[][] heads;

    /** The least remaining cost for a set and a sum, and how it came about: sum before, way, party. */
    private long[] tails;

    private final long[][] origins;

    private Exact(Instance in, Playing playing, int mostChanges, Deadline deadline) {
        this.in = in;
        this.sums = playing.squad();
        this.deadline = deadline;
        this.sets = 1 << in.players;
        this.heads = new long[in.groups + 1][sets];
        this.origins = new long[in.groups + 1][];
        this.parties = new Parties[in.groups];
        for (int group = 0; group < in.groups; group++) {
            boolean same = group > 0 && in.symmetric();
            parties[group] = same ? parties[0] : new Parties(in, playing, group, mostChanges);
        }
    }

    /**
     * Empty when the squad is too large for it, or the time was too short.
     *
     * @param mostChanges plans with more changes are not looked at; for a squad where a plan that misses nothing is
     *     known, as many as that one has
     */
    static Optional<Snapshot> solve(Instance in, int mostChanges, Deadline deadline) {
        if (in.players == 0 || in.players > MOST_PLAYERS || pairs(in) > MOST_PAIRS) return Optional.empty();
        var playing = new Playing(in);
        if (!playing.countable()) return Optional.empty();
        long cells =
                (long) (in.groups + 1) * (1L << in.players) * playing.squad().count();
        if (cells > MOST_CELLS) return Optional.empty();
        return new Exact(in, playing, mostChanges, deadline).best();
    }

    private static long pairs(Instance in) {
        return (long) Math.pow(3, in.players) * Math.max(1, in.groups - 2) / (in.symmetric() ? 2 : 1);
    }

    private boolean enumerated() {
        for (int group = 0; group < in.groups; group++) {
            boolean same = group > 0 && parties[group] == parties[0];
            if (!same && !parties[group].found(deadline)) return false;
        }
        return true;
    }

    private Optional<Snapshot> best() {
        if (!enumerated()) return Optional.empty();
        boolean all = run(in.symmetric()) && reached(sets - 1);
        if (!all && in.symmetric()) run(false);
        if (deadline.cut()) return Optional.empty();
        long best = Long.MAX_VALUE;
        int bestCell = -1;
        for (int set = 0; set < sets; set++) {
            if (!reached(set) || !lockedIn(set)) continue;
            for (int sum = 0; sum < sums.count(); sum++) {
                long tail = tails[set * sums.count() + sum];
                if (tail == Long.MAX_VALUE) continue;
                long empty = (long) in.groups * Task.PLACES - Integer.bitCount(set);
                long score = (empty << Score.EMPTY) + heads[in.groups][set] + sums.missing(sum) + tail + benched(set);
                if (score < best) {
                    best = score;
                    bestCell = set * sums.count() + sum;
                }
            }
        }
        return bestCell < 0 ? Optional.empty() : Optional.of(trace(bestCell));
    }

    private boolean reached(int set) {
        return heads[in.groups][set] != Long.MAX_VALUE;
    }

    /** @param ordered whether the first player who is left must always be in the next subgroup */
    private boolean run(boolean ordered) {
        for (var row : heads) Arrays.fill(row, Long.MAX_VALUE);
        heads[0][0] = 0;
        tails = new long[sets * sums.count()];
        Arrays.fill(tails, Long.MAX_VALUE);
        tails[0] = 0;
        for (int group = 0; group < in.groups && !deadline.passed(); group++) {
            for (int set = 0; set < sets; set++) {
                if (heads[group][set] != Long.MAX_VALUE) reach(group, set, ordered);
            }
            var before = tails;
            tails = new long[before.length];
            Arrays.fill(tails, Long.MAX_VALUE);
            origins[group + 1] = new long[before.length];
            for (int set = 0; set < sets; set++) {
                if (heads[group][set] != Long.MAX_VALUE) extend(group, set, ordered, before);
            }
        }
        return !deadline.cut();
    }

    /** Calls for every party that may come next. An ordered one starts with the first who is left, and leaves nobody. */
    private void parties(int group, int set, boolean ordered, IntConsumer each) {
        int left = sets - 1 & ~set;
        int first = ordered ? left & -left : 0;
        int others = left & ~first;
        int later = ordered ? Task.PLACES * (in.groups - 1 - group) : in.players;
        for (int more = others; ; more = more - 1 & others) {
            int party = more | first;
            boolean rest = Integer.bitCount(left & ~party) <= later;
            if (rest && party != 0 && parties[group].may(party)) each.accept(party);
            if (more == 0) return;
        }
    }

    /** First what each larger set misses at least … */
    private void reach(int group, int set, boolean ordered) {
        var after = heads[group + 1];
        long head = heads[group][set];
        after[set] = Math.min(after[set], head);
        parties(group, set, ordered, party -> {
            long with = head + parties[group].head(party);
            if (with < after[set | party]) after[set | party] = with;
        });
    }

    /** … then the ways that miss no more than that. */
    private void extend(int group, int set, boolean ordered, long[] before) {
        var after = heads[group + 1];
        if (after[set] == heads[group][set]) carry(group, set, before);
        parties(group, set, ordered, party -> {
            if (after[set | party] == heads[group][set] + parties[group].head(party)) {
                join(group, set, party, before);
            }
        });
    }

    private void carry(int group, int set, long[] before) {
        for (int sum = 0; sum < sums.count(); sum++) {
            int cell = set * sums.count() + sum;
            offer(group, cell, before[cell], (long) sum << SET_BITS + WAY_BITS);
        }
    }

    private void join(int group, int set, int party, long[] before) {
        var ways = parties[group].ways(party);
        for (int sum = 0; sum < sums.count(); sum++) {
            long tail = before[set * sums.count() + sum];
            if (tail == Long.MAX_VALUE) continue;
            for (int way = 0; way < ways.length; way++) {
                int cell = (set | party) * sums.count() + sums.plus(sum, ways[way].sum());
                long origin = ((long) sum << WAY_BITS | way) << SET_BITS | party;
                offer(group, cell, tail + ways[way].cost(), origin);
            }
        }
    }

    private void offer(int group, int cell, long tail, long origin) {
        if (tail >= tails[cell]) return;
        tails[cell] = tail;
        origins[group + 1][cell] = origin;
    }

    private boolean lockedIn(int set) {
        for (int player = 0; player < in.players; player++) {
            if (in.lock[player] >= 0 && (set >> player & 1) == 0) return false;
        }
        return true;
    }

    private long benched(int set) {
        long cost = 0;
        for (int player = 0; player < in.players; player++) {
            if ((set >> player & 1) == 0) cost += in.cost(player, in.bench(), 0);
        }
        return cost;
    }

    private Snapshot trace(int end) {
        var layout = new Layout(in);
        int cell = end;
        for (int group = in.groups; group > 0; group--) {
            long origin = origins[group][cell];
            int party = (int) (origin & (1 << SET_BITS) - 1);
            int way = (int) (origin >>> SET_BITS & (1 << WAY_BITS) - 1);
            if (party != 0) {
                parties[group - 1].seat(
                        layout, party, group - 1, parties[group - 1].ways(party)[way]);
            }
            cell = (cell / sums.count() & ~party) * sums.count() + (int) (origin >>> SET_BITS + WAY_BITS);
        }
        return layout.snapshot();
    }
}
