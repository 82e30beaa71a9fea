package org.wvwbuilder.squads.optimise;

/** Tries every small change until none is better by the strict order of the goals. */
final class Polish {
    private final Layout layout;
    private final Instance in;
    private final Deadline deadline;
    private long score;

    private Polish(Layout layout, Deadline deadline) {
        this.layout = layout;
        this.in = layout.in;
        this.deadline = deadline;
        this.score = layout.score();
    }

    static void apply(Layout layout, Deadline deadline) {
        var polish = new Polish(layout, deadline);
        boolean better = true;
        while (better && !deadline.passed()) better = polish.sweep();
        layout.mark();
    }

    private boolean sweep() {
        boolean better = false;
        for (int player = 0; player < in.players; player++) {
            if (deadline.passed()) return false;
            better |= rethink(player);
            better |= walk(player);
            for (int other = player + 1; other < in.players; other++) {
                better |= rethink(player, other);
                better |= swap(player, other);
            }
        }
        return better;
    }

    private boolean rethink(int player) {
        boolean better = false;
        int group = layout.group[player];
        if (group == in.bench()) return false;
        for (int option = 0; option < in.options[player].length; option++) {
            layout.mark();
            layout.put(player, group, option);
            better |= keep(player, player);
        }
        return better;
    }

    /** Both play something else. */
    private boolean rethink(int one, int other) {
        if (layout.group[one] == in.bench() || layout.group[other] == in.bench()) return false;
        if (in.options[one].length == 1 || in.options[other].length == 1) return false;
        return choose(one, layout.group[one], other, layout.group[other]);
    }

    /** The player and all who go along take free places. */
    private boolean walk(int player) {
        boolean better = false;
        if (in.lock[player] >= 0 || in.units[in.unitOf[player]][0] != player) return false;
        for (int group = 0; group < in.groups; group++) {
            if (group == layout.group[player]) continue;
            if (layout.size[group] + in.units[in.unitOf[player]].length > Task.PLACES) continue;
            for (int option = 0; option < in.options[player].length; option++) {
                layout.mark();
                for (int each : in.units[in.unitOf[player]]) layout.put(each, group, layout.option[each]);
                layout.put(player, group, option);
                better |= keep(player, player);
            }
        }
        return better;
    }

    private boolean swap(int one, int other) {
        int from = layout.group[one];
        int to = layout.group[other];
        if (from == to || !free(one) || !free(other)) return false;
        return choose(one, to, other, from);
    }

    private boolean choose(int one, int oneTo, int other, int otherTo) {
        for (int mine = 0; mine < in.options[one].length; mine++) {
            for (int theirs = 0; theirs < in.options[other].length; theirs++) {
                layout.mark();
                layout.put(one, oneTo, mine);
                layout.put(other, otherTo, theirs);
                if (keep(one, other)) return true;
            }
        }
        return false;
    }

    private boolean free(int player) {
        return in.lock[player] < 0 && in.units[in.unitOf[player]].length == 1;
    }

    private boolean keep(int one, int other) {
        boolean better = fits(one) && fits(other) && layout.score() < score;
        if (better) {
            score = layout.score();
            layout.mark();
        } else {
            layout.undo();
        }
        return better;
    }

    private boolean fits(int player) {
        for (int each : in.units[in.unitOf[player]]) {
            if (!layout.fits(each)) return false;
        }
        return true;
    }
}
