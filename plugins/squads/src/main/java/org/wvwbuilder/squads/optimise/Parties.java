package org.wvwbuilder.squads.optimise;

import java.util.ArrayList;
import java.util.List;

/** Every set of up to five players that may make one subgroup, with the best ways to play it. */
final class Parties {
    private static final long MOST_WAYS = 3_000_000;

    private final Instance in;
    private final Playing playing;
    private final int group;
    private final int mostChanges;
    private final Way[][] best;
    private final long[] heads;
    private final Ways[] ways;
    private long count;

    /**
     * How a party plays.
     *
     * @param sum what it gives to the squad's sums
     * @param cost of its seats
     * @param number of this way among all of the party's
     */
    record Way(int sum, long cost, int number) {}

    Parties(Instance in, Playing playing, int group, int mostChanges) {
        this.in = in;
        this.playing = playing;
        this.group = group;
        this.mostChanges = mostChanges;
        this.best = new Way[1 << in.players][];
        this.heads = new long[1 << in.players];
        this.ways = new Ways[1 << in.players];
    }

    /** False when there are too many ways to look at all of them. */
    boolean found(Deadline deadline) {
        ways[0] = Ways.none(playing);
        for (int party = 1; party < ways.length; party++) {
            if (Integer.bitCount(party) > Task.PLACES) continue;
            int last = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(party);
            var others = ways[party & ~(1 << last)];
            if (others == null || !welcome(last, party)) continue;
            ways[party] = others.and(last, group, mostChanges);
            count += ways[party].count();
            if (count > MOST_WAYS || deadline.passed()) return false;
            if (complete(party)) choose(party);
        }
        return true;
    }

    boolean may(int party) {
        return best[party] != null;
    }

    /** The least that the party misses of the rules, packed. */
    long head(int party) {
        return heads[party];
    }

    Way[] ways(int party) {
        return best[party];
    }

    /** Two subgroups may share their parties, so it is told which one this is. */
    void seat(Layout layout, int party, int at, Way way) {
        layout.mark();
        int number = way.number();
        int left = party;
        while (left != 0) {
            int last = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(left);
            int origin = ways[left].origin(number);
            layout.put(last, at, origin % playing.options(last));
            number = origin / playing.options(last);
            left &= ~(1 << last);
        }
    }

    private boolean welcome(int player, int party) {
        if (in.lock[player] >= 0 && in.lock[player] != group) return false;
        return (in.apart[player] & party) == 0;
    }

    private boolean complete(int party) {
        for (int left = party; left != 0; left &= left - 1) {
            for (int mate : in.units[in.unitOf[Integer.numberOfTrailingZeros(left)]]) {
                if ((party >> mate & 1) == 0) return false;
            }
        }
        return true;
    }

    /** Those that miss the least of the rules, the cheapest for each sum of the squad. */
    private void choose(int party) {
        var all = ways[party];
        var chosen = new ArrayList<Way>();
        long head = Long.MAX_VALUE;
        for (int way = 0; way < all.count(); way++) {
            long missing = playing.missing(all.key(way));
            if (missing > head) continue;
            if (missing < head) chosen.clear();
            head = missing;
            offer(chosen, new Way(playing.squadSum(all.key(way)), all.cost(way), way));
        }
        if (chosen.isEmpty()) return;
        heads[party] = head;
        best[party] = chosen.toArray(Way[]::new);
    }

    private static void offer(List<Way> chosen, Way way) {
        for (int i = 0; i < chosen.size(); i++) {
            var other = chosen.get(i);
            if (other.sum() != way.sum()) continue;
            if (way.cost() < other.cost()) chosen.set(i, way);
            return;
        }
        chosen.add(way);
    }
}
