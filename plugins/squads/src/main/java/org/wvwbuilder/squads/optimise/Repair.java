package org.wvwbuilder.squads.optimise;

import java.util.Optional;
import org.wvwbuilder.squads.optimise.Layout.Snapshot;

/**
 * Mends a plan that lost players with as few changes as it can: tries every way to mend the first subgroup that misses
 * something by one change, then by two, then by three, and so on with what is missing after that.
 */
final class Repair {
    private static final int MOST_CHANGES = 3;
    private static final int MOST_TRIALS = 60_000;

    private final Layout layout;
    private final Instance in;
    private final Deadline deadline;
    private Optional<Snapshot> best = Optional.empty();
    private int allowed;
    private int trials;

    private Repair(Layout layout, Deadline deadline) {
        this.layout = layout;
        this.in = layout.in;
        this.deadline = deadline;
    }

    /** The mended plan, empty when a few changes are not enough; the layout stays as it is. */
    static Optional<Snapshot> mend(Layout layout, Deadline deadline) {
        var repair = new Repair(layout, deadline);
        int changes = Score.unpack(layout.score()).changes();
        for (int more = 1; more <= MOST_CHANGES && repair.best.isEmpty(); more++) {
            repair.allowed = changes + more;
            repair.search(more);
        }
        return repair.best;
    }

    /** @param steps how often something may still be changed */
    private void search(int steps) {
        long score = layout.score();
        if (Score.unpack(score).changes() > allowed) return;
        if (Score.unpack(score).met()) {
            if (best.isEmpty() || score < best.get().score()) best = Optional.of(layout.snapshot());
            return;
        }
        if (steps == 0 || trials > MOST_TRIALS || deadline.passed()) return;
        int group = worst();
        for (int player = 0; player < in.players; player++) {
            if (group < 0 || layout.group[player] == group) rethink(player, steps);
            else if (free(player)) fetch(player, group, steps);
        }
    }

    /** The first subgroup that misses something, or -1. */
    private int worst() {
        for (int group = 0; group < in.groups; group++) {
            if (layout.missing(group) > 0) return group;
        }
        return -1;
    }

    private void rethink(int player, int steps) {
        int played = layout.option[player];
        if (layout.group[player] == in.bench()) return;
        for (int option = 0; option < in.options[player].length; option++) {
            if (option != played) attempt(player, layout.group[player], option, steps - 1);
        }
    }

    private void fetch(int player, int group, int steps) {
        for (int option = 0; option < in.options[player].length; option++) {
            if (layout.size[group] < Task.PLACES) {
                attempt(player, group, option, steps - 1);
                continue;
            }
            for (long left = layout.members[group]; left != 0; left &= left - 1) {
                int other = Long.numberOfTrailingZeros(left);
                if (free(other)) swap(player, option, other, steps);
            }
        }
    }

    private void swap(int player, int option, int other, int steps) {
        int from = layout.group[player];
        int to = layout.group[other];
        int played = layout.option[player];
        int choice = layout.option[other];
        put(player, to, option);
        for (int theirs = 0; theirs < in.options[other].length; theirs++) {
            attempt(other, from, theirs, steps - 1);
        }
        put(other, to, choice);
        put(player, from, played);
    }

    private void attempt(int player, int to, int option, int steps) {
        int from = layout.group[player];
        int played = layout.option[player];
        trials++;
        put(player, to, option);
        if (fits(to) && fits(from)) search(steps);
        put(player, from, played);
    }

    private void put(int player, int to, int option) {
        layout.mark();
        layout.put(player, to, option);
        layout.mark();
    }

    private boolean fits(int group) {
        if (group == in.bench()) return true;
        for (long left = layout.members[group]; left != 0; left &= left - 1) {
            if (!layout.fits(Long.numberOfTrailingZeros(left))) return false;
        }
        return true;
    }

    private boolean free(int player) {
        return in.lock[player] < 0 && in.units[in.unitOf[player]].length == 1;
    }
}
