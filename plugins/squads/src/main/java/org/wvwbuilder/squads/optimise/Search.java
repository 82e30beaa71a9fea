package org.wvwbuilder.squads.optimise;

import org.wvwbuilder.squads.optimise.Layout.Snapshot;

/** Chooses the way to search, and returns the best plan it found. */
final class Search {
    private static final double HOT = 20;
    private static final double WARM = 4;

    /** @param optimal whether nothing can be better */
    record Found(Snapshot plan, boolean optimal) {}

    private Search() {}

    static Found run(Instance in, Effort effort, Deadline deadline) {
        var exact = Exact.solve(in, deadline);
        return exact.map(plan -> new Found(plan, true)).orElseGet(() -> new Found(search(in, effort, deadline), false));
    }

    static Snapshot greedy(Instance in) {
        var layout = new Layout(in);
        Greedy.fill(layout);
        return layout.snapshot();
    }

    private static Snapshot search(Instance in, Effort effort, Deadline deadline) {
        var layout = new Layout(in);
        Greedy.fill(layout);
        Polish.apply(layout, deadline);
        var best = layout.snapshot();
        if (in.players == 0) return best;
        boolean repair = in.hasPrevious();
        int met = 0;
        int vain = 0;
        for (int round = 0;
                round < effort.rounds() && met < effort.roundsWhenMet() && vain < effort.vainRounds();
                round++) {
            if (deadline.passed()) break;
            boolean warm = repair ? round % 3 < 2 : round % 3 == 2;
            new Annealing(layout, new Dice(effort.seed() * 31 + round)).round(warm ? WARM : HOT, deadline);
            Polish.apply(layout, deadline);
            vain++;
            if (layout.score() < best.score()) {
                best = layout.snapshot();
                vain = 0;
            } else if (warm || round % 3 == 1) {
                layout.restore(best);
            }
            if (Score.unpack(best.score()).met()) met++;
        }
        return best;
    }
}
