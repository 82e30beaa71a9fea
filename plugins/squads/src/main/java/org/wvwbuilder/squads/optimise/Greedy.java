package org.wvwbuilder.squads.optimise;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Places one after the other where it is best at that moment: where a search begins, and the least it must reach. */
final class Greedy {
    private final Layout layout;
    private final Instance in;

    private Greedy(Layout layout) {
        this.layout = layout;
        this.in = layout.in;
    }

    /** Fills an empty layout; people who were there before stay if they can. */
    static void fill(Layout layout) {
        var greedy = new Greedy(layout);
        greedy.order().forEach(greedy::stay);
        greedy.order().forEach(greedy::place);
        layout.mark();
    }

    /** The locked first, then the large, for they find fewer places. */
    private IntStream order() {
        return IntStream.range(0, in.units.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer unit) -> in.lock[in.units[unit][0]] < 0 ? 1 : 0)
                        .thenComparingInt(unit -> -in.units[unit].length))
                .mapToInt(Integer::intValue);
    }

    /** Seats a locked unit, and one that was together before, where it must or may be. */
    private void stay(int unit) {
        var players = in.units[unit];
        int lock = in.lock[players[0]];
        int before = in.previousGroup(players[0]);
        int to = lock >= 0 ? lock : before;
        boolean stays = to >= 0
                && to < in.groups
                && (lock >= 0 || Arrays.stream(players).allMatch(player -> in.previousGroup(player) == before));
        if (stays) seat(unit, to, -1);
    }

    private void place(int unit) {
        if (layout.group[in.units[unit][0]] != in.bench()) return;
        long best = Long.MAX_VALUE;
        int bestGroup = -1;
        int bestOption = -1;
        int choices = in.units[unit].length == 1 ? in.options[in.units[unit][0]].length : 1;
        for (int group = 0; group < in.groups; group++) {
            for (int option = 0; option < choices; option++) {
                if (!seat(unit, group, option)) continue;
                long score = layout.score();
                layout.undo();
                if (score < best) {
                    best = score;
                    bestGroup = group;
                    bestOption = option;
                }
            }
        }
        if (bestGroup >= 0) seat(unit, bestGroup, bestOption);
    }

    /** @param option for everybody of the unit; -1 for what they played before */
    private boolean seat(int unit, int group, int option) {
        layout.mark();
        for (int player : in.units[unit]) {
            layout.put(player, group, option >= 0 ? option : Math.max(0, in.previousOption(player)));
        }
        for (int player : in.units[unit]) {
            if (!layout.fits(player)) {
                layout.undo();
                return false;
            }
        }
        return true;
    }
}
