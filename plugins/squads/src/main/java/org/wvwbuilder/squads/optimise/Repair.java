package org.wvwbuilder.squads.optimise;

import java.util.Optional;
import org.wvwbuilder.squads.optimise.Layout.Snapshot;

/**
 * Mends a plan that lost players with as few changes as there can be: first looks at all plans that are one change away,
 * then two, and so on. It need not try them all: whatever is wrong with a plan, be it a subgroup that misses something,
 * one with too many in it, or the squad's sums, one of the changes that are left must be among those that help just
 * that; and no change helps two subgroups.
 */
final class Repair {
    private static final int TRIALS_A_LOOK = 64;

    private final Layout layout;
    private final Instance in;
    private final Deadline deadline;
    private final long goal;
    private final Flaws flaws;
    private long trials;
    private long changed;
    private Optional<Snapshot> best = Optional.empty();

    /**
     * What came of it.
     *
     * @param plan empty when no plan was found
     * @param isBest whether no plan reaches the goal with fewer changes, and none with as many is better than the plan
     */
    record Mended(Optional<Snapshot> plan, boolean isBest) {}

    private Repair(Layout layout, long goal, long trials, Deadline deadline) {
        this.layout = layout;
        this.in = layout.in;
        this.goal = goal;
        this.trials = trials;
        this.deadline = deadline;
        this.flaws = new Flaws(layout, goal);
    }

    /**
     * The best of the plans that need the fewest changes; the layout stays as it is.
     *
     * @param goal how much of the goals above the changes the plan may miss, packed
     * @param most changes at most
     * @param trials changes to try, all in all
     */
    static Mended mend(Layout layout, long goal, int most, long trials, Deadline deadline) {
        var repair = new Repair(layout, goal, trials, deadline);
        for (int changes = 0; changes <= most && repair.best.isEmpty() && !repair.isSpent(); changes++) {
            repair.search(changes, 0);
        }
        return new Mended(repair.best, repair.best.isPresent() && !repair.isSpent());
    }

    /** True when everybody sits and plays as before, so that the best mended plan that misses nothing is the best of all. */
    static boolean isDecisive(Layout layout) {
        var in = layout.in;
        for (int player = 0; player < in.players; player++) {
            boolean known = in.previousGroup(player) >= 0 && in.previousOption(player) >= 0;
            if (!known || in.moved(player, layout.group[player], layout.option[player])) return false;
        }
        return true;
    }

    private boolean isSpent() {
        return trials < 0;
    }

    /**
     * @param left changes that may still be made
     * @param settled subgroups that no further change helps
     */
    private void search(int left, long settled) {
        long score = layout.score();
        if (Score.above(score) <= goal && flaws.fits()) {
            if (best.isEmpty() || score < best.get().score()) best = Optional.of(layout.snapshot());
            return;
        }
        if (left == 0 || isSpent() || flaws.hopeless(left, settled)) return;
        int crowded = flaws.crowded();
        if (crowded >= 0) {
            leave(crowded, left, settled, flaws.mustReach(left, settled));
            return;
        }
        int wanting = flaws.wanting(settled);
        if (wanting < 0) {
            strengthen(left, settled);
            return;
        }
        boolean mayStay = flaws.mayStay(wanting, settled);
        help(wanting, left, settled);
        if (layout.size[wanting] <= left) leave(wanting, left, settled, ~0L);
        if (mayStay) search(left, settled | 1L << wanting);
    }

    /** Somebody there plays something else, or somebody comes. */
    private void help(int group, int left, long settled) {
        for (int player = 0; player < in.players; player++) {
            if (isChanged(player)) continue;
            if (layout.group[player] == group) rethink(player, group, left, settled);
            else walk(player, group, left, settled);
        }
    }

    /** Somebody goes elsewhere. */
    private void leave(int group, int left, long settled, long to) {
        boolean benched = in.players > in.groups * Task.PLACES;
        for (long rest = layout.members[group] & ~changed; rest != 0; rest &= rest - 1) {
            int player = Long.numberOfTrailingZeros(rest);
            for (int other = 0; other < in.groups; other++) {
                if (other != group && (to & 1L << other) != 0) walk(player, other, left, settled);
            }
            if (benched) walk(player, in.bench(), left, settled);
        }
    }

    /** Somebody gives more of what the squad misses, or comes from the bench. */
    private void strengthen(int left, long settled) {
        for (int player = 0; player < in.players; player++) {
            if (isChanged(player)) continue;
            for (int group = 0; group < in.groups; group++) {
                if (group == layout.group[player]) rethink(player, group, left, settled);
                else if (mayStrengthen(player)) walk(player, group, left, settled);
            }
        }
    }

    private boolean mayStrengthen(int player) {
        return in.options[player].length > 1 || layout.group[player] == in.bench();
    }

    private void rethink(int player, int group, int left, long settled) {
        int played = layout.option[player];
        for (int option = 0; option < in.options[player].length; option++) {
            if (option == played) continue;
            put(player, group, option);
            search(left - 1, settled);
            take(player, group, played);
        }
    }

    /** The player goes there with all who go along, each playing whatever they can. */
    private void walk(int player, int to, int left, long settled) {
        var unit = in.units[in.unitOf[player]];
        if (in.lock[player] < 0 && unit.length <= left) walk(unit, 0, to, left - unit.length, settled);
    }

    private void walk(int[] unit, int next, int to, int left, long settled) {
        if (next == unit.length) {
            search(left, settled);
            return;
        }
        int player = unit[next];
        if (isChanged(player)) return;
        int from = layout.group[player];
        int played = layout.option[player];
        int choices = to == in.bench() ? 1 : in.options[player].length;
        for (int option = 0; option < choices; option++) {
            put(player, to, to == in.bench() ? played : option);
            walk(unit, next + 1, to, left, settled);
            take(player, from, played);
        }
    }

    private void put(int player, int to, int option) {
        if (trials >= 0 && --trials % TRIALS_A_LOOK == 0 && deadline.passed()) trials = -1;
        layout.mark();
        layout.put(player, to, option);
        changed |= 1L << player;
    }

    private void take(int player, int from, int option) {
        layout.mark();
        layout.put(player, from, option);
        changed &= ~(1L << player);
    }

    private boolean isChanged(int player) {
        return (changed >>> player & 1) != 0;
    }
}
