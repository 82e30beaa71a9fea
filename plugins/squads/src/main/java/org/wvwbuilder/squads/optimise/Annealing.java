package org.wvwbuilder.squads.optimise;

import org.wvwbuilder.squads.optimise.Layout.Snapshot;

/**
 * Searches by random exchanges that may climb less and less. It weighs the goals against each other to find its way, but
 * remembers the best plan by their strict order.
 */
final class Annealing {
    static final int STEPS = 16_000;

    private static final int STEPS_A_DEGREE = 64;
    private static final double COLD = 0.15;
    private static final double[] WORTH = {1000, 120, 12, 12, 6, 1, 0.1};

    private final Layout layout;
    private final Instance in;
    private final Dice dice;
    private Snapshot best;

    Annealing(Layout layout, Dice dice) {
        this.layout = layout;
        this.in = layout.in;
        this.dice = dice;
        this.best = layout.snapshot();
    }

    /** One round from the layout as it is, which ends as the best one seen. */
    void round(double hot, Deadline deadline) {
        double degrees = hot;
        double cooling = StrictMath.pow(COLD / hot, (double) STEPS_A_DEGREE / STEPS);
        long score = layout.score();
        double energy = energy(score);
        best = layout.snapshot();
        for (int step = 0; step < STEPS; step++) {
            if (step % STEPS_A_DEGREE == 0) {
                degrees *= cooling;
                if (deadline.passed()) break;
            }
            layout.mark();
            if (!change()) {
                layout.undo();
                continue;
            }
            long changed = layout.score();
            double climbed = changed == score ? energy : energy(changed);
            if (climbed - energy > degrees * dice.patience()) {
                layout.undo();
                continue;
            }
            score = changed;
            energy = climbed;
            if (score < best.score()) best = layout.snapshot();
        }
        layout.restore(best);
    }

    /** Changes something at random; false when that is not allowed. */
    private boolean change() {
        int player = dice.below(in.players);
        return dice.below(4) == 0 ? rethink(player) : exchange(player);
    }

    private boolean rethink(int player) {
        int options = in.options[player].length;
        if (options < 2 || layout.group[player] == in.bench()) return false;
        int other = dice.below(options - 1);
        layout.put(player, layout.group[player], other >= layout.option[player] ? other + 1 : other);
        return true;
    }

    private boolean exchange(int player) {
        int unit = in.unitOf[player];
        int from = layout.group[player];
        int other = dice.below(in.players);
        boolean walk = layout.seats() > 0 && dice.below(3) == 0;
        int to = walk ? dice.below(in.groups) : layout.group[other];
        if (in.lock[player] >= 0 || from == to) return false;
        move(unit, to);
        if (!walk && !send(other, from)) return false;
        for (int tries = 0; to != in.bench() && layout.size[to] > Task.PLACES; tries++) {
            if (tries > Task.PLACES || !send(pick(to), from)) return false;
        }
        return (from == in.bench() || layout.size[from] <= Task.PLACES) && apart(from, to);
    }

    /** Sends the unit of a player who is not locked. */
    private boolean send(int player, int to) {
        if (in.lock[player] >= 0) return false;
        move(in.unitOf[player], to);
        return true;
    }

    private int pick(int group) {
        long left = layout.members[group];
        for (int skip = dice.below(layout.size[group]); skip > 0; skip--) left &= left - 1;
        return Long.numberOfTrailingZeros(left);
    }

    private void move(int unit, int to) {
        for (int player : in.units[unit]) {
            int options = in.options[player].length;
            layout.put(player, to, options > 1 && dice.below(4) == 0 ? dice.below(options) : layout.option[player]);
        }
    }

    private boolean apart(int one, int other) {
        return apart(one) && apart(other);
    }

    private boolean apart(int group) {
        if (group == in.bench()) return true;
        long members = layout.members[group];
        for (long left = members; left != 0; left &= left - 1) {
            if ((in.apart[Long.numberOfTrailingZeros(left)] & members) != 0) return false;
        }
        return true;
    }

    private static double energy(long score) {
        return WORTH[0] * Score.part(score, Score.EMPTY, 63)
                + WORTH[1] * Score.part(score, Score.STABILITY, Score.EMPTY)
                + WORTH[2] * Score.part(score, Score.RULES, Score.STABILITY)
                + WORTH[3] * Score.part(score, Score.SQUAD, Score.RULES)
                + WORTH[4] * Score.part(score, Score.CHANGE, Score.SQUAD)
                + WORTH[5] * Score.part(score, Score.PREFERENCE, Score.CHANGE)
                + WORTH[6] * Score.part(score, 0, Score.PREFERENCE);
    }
}
