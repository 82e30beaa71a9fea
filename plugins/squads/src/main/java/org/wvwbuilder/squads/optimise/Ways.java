package org.wvwbuilder.squads.optimise;

import java.util.Arrays;

/**
 * All that a set of players can give together, each different sum once, with the least that their seats cost for it and
 * how it came about. Grows by one player at a time.
 */
final class Ways {
    private static final int LEAST = 64;

    private final Playing playing;
    private long[] keys = new long[LEAST];
    private long[] costs = new long[LEAST];
    private int[] origins = new int[LEAST];
    private int[] table = new int[2 * LEAST];
    private int count;

    private Ways(Playing playing) {
        this.playing = playing;
    }

    /** Nobody, who gives nothing and costs nothing. */
    static Ways none(Playing playing) {
        var ways = new Ways(playing);
        ways.offer(0, 0, 0);
        ways.pack();
        return ways;
    }

    /** These ways and every option of one more player; ways with more changes than that are left out. */
    Ways and(int player, int group, int mostChanges) {
        var more = new Ways(playing);
        int options = playing.options(player);
        for (int way = 0; way < count; way++) {
            for (int option = 0; option < options; option++) {
                long cost = costs[way] + playing.cost(player, group, option);
                if (cost >>> Score.CHANGE > mostChanges) continue;
                more.offer(playing.plus(keys[way], player, option), cost, way * options + option);
            }
        }
        more.pack();
        return more;
    }

    int count() {
        return count;
    }

    long key(int way) {
        return keys[way];
    }

    long cost(int way) {
        return costs[way];
    }

    /** The option of the last player, and the way of the others. */
    int origin(int way) {
        return origins[way];
    }

    private void offer(long key, long cost, int origin) {
        int slot = slot(key);
        int known = table[slot] - 1;
        if (known < 0) {
            if (count == keys.length) {
                grow();
                slot = slot(key);
            }
            keys[count] = key;
            costs[count] = cost;
            origins[count++] = origin;
            table[slot] = count;
        } else if (cost < costs[known]) {
            costs[known] = cost;
            origins[known] = origin;
        }
    }

    private int slot(long key) {
        int mask = table.length - 1;
        long mixed = key * 0x9e3779b97f4a7c15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (table[slot] != 0 && keys[table[slot] - 1] != key) slot = slot + 1 & mask;
        return slot;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * count);
        costs = Arrays.copyOf(costs, 2 * count);
        origins = Arrays.copyOf(origins, 2 * count);
        table = new int[4 * count];
        for (int way = 0; way < count; way++) table[slot(keys[way])] = way + 1;
    }

    /** Nothing will be added. */
    private void pack() {
        table = new int[0];
        keys = Arrays.copyOf(keys, count);
        costs = Arrays.copyOf(costs, count);
        origins = Arrays.copyOf(origins, count);
    }
}
