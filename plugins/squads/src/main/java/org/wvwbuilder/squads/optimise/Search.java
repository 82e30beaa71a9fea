package org.wvwbuilder.squads.optimise;

import java.util.function.Consumer;
import org.wvwbuilder.squads.optimise.Layout.Snapshot;

/** Chooses the way to search, and returns the best plan it found. */
final class Search {
    private static final double HOT = 20;
    private static final double WARM = 4;

    private final Instance in;
    private final Effort effort;
    private final Deadline deadline;
    private final Consumer<Snapshot> watch;
    private final Layout layout;
    private Snapshot best;

    /** @param optimal whether nothing can be better */
    record Found(Snapshot plan, boolean optimal) {}

    Search(Instance in, Effort effort, Deadline deadline, Consumer<Snapshot> watch) {
        this.in = in;
        this.effort = effort;
        this.deadline = deadline;
        this.watch = watch;
        this.layout = new Layout(in);
    }

    Found run() {
        begin();
        if (in.players == 0) return new Found(best, true);
        var exact = Exact.solve(in, worthwhileChanges(in, best), deadline.half());
        exact.ifPresentOrElse(this::offer, this::rounds);
        return new Found(best, exact.isPresent());
    }

    /** The best plan without a proof. */
    Snapshot rehearse() {
        begin();
        if (in.players > 0) rounds();
        return best;
    }

    private void begin() {
        Greedy.fill(layout);
        if (in.hasPrevious()) Repair.mend(layout, deadline).ifPresent(layout::restore);
        Polish.apply(layout, deadline);
        best = layout.snapshot();
        watch.accept(best);
    }

    /** No better plan has more changes, once one is known that places all it can and misses nothing. */
    static int worthwhileChanges(Instance in, Snapshot plan) {
        var known = Score.unpack(plan.score());
        boolean full = known.empty() == Math.max(0, in.groups * Task.PLACES - in.players);
        return full && known.met() ? known.changes() : Score.MOST_CHANGES;
    }

    private boolean offer(Snapshot plan) {
        if (plan.score() >= best.score()) return false;
        best = plan;
        watch.accept(best);
        return true;
    }

    private void rounds() {
        boolean repair = in.hasPrevious();
        int vain = 0;
        for (int round = 0; round < effort.rounds() && vain < patience() && !deadline.passed(); round++) {
            boolean warm = repair ? round % 3 < 2 : round % 3 == 2;
            new Annealing(layout, new Dice(effort.seed() * 31 + round)).round(warm ? WARM : HOT, deadline);
            Polish.apply(layout, deadline);
            vain++;
            if (offer(layout.snapshot())) vain = 0;
            else if (warm || round % 3 == 1) layout.restore(best);
        }
    }

    private int patience() {
        return Score.unpack(best.score()).met() ? effort.roundsWhenMet() : effort.vainRounds();
    }
}
