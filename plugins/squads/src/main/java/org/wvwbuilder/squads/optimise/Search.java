package org.wvwbuilder.squads.optimise;

import java.util.function.Consumer;
import org.wvwbuilder.squads.optimise.Layout.Snapshot;

/** Chooses the way to search, and returns the best plan it found. */
final class Search {
    private static final double HOT = 20;
    private static final double WARM = 4;
    private static final int MOST_MENDS = 6;

    private final Instance in;
    private final Effort effort;
    private final Deadline deadline;
    private final Consumer<Snapshot> watch;
    private final Layout layout;
    private Snapshot before;
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
        boolean decided = begin();
        if (in.players == 0 || decided) return new Found(best, true);
        var exact = Exact.solve(in, worthwhileChanges(in, best), deadline.half());
        exact.ifPresentOrElse(this::offer, this::search);
        return new Found(best, exact.isPresent());
    }

    /** The best plan without a proof. */
    Snapshot rehearse() {
        begin();
        if (in.players > 0) search();
        return best;
    }

    /** True when the plan to begin with is the best already. */
    private boolean begin() {
        Greedy.fill(layout);
        before = layout.snapshot();
        boolean decided = in.hasPrevious() && mend();
        if (!decided) Polish.apply(layout, deadline);
        best = layout.snapshot();
        watch.accept(best);
        return decided;
    }

    /** Mends what is left of the previous plan; true when nothing can be better. */
    private boolean mend() {
        if (!Bound.mayHold(in)) return false;
        boolean decisive = Repair.isDecisive(layout);
        long goal = leastEmpty(in) << Score.EMPTY;
        var mended = Repair.mend(layout, goal, MOST_MENDS, effort.trials(), deadline);
        mended.plan().ifPresent(layout::restore);
        return decisive && mended.isBest();
    }

    private static long leastEmpty(Instance in) {
        return Math.max(0, in.groups * Task.PLACES - in.players);
    }

    private void search() {
        rounds();
        if (in.hasPrevious()) lessen();
    }

    /** Looks for a plan as good with fewer changes. */
    private void lessen() {
        layout.restore(before);
        int most = Score.unpack(best.score()).changes()
                - Score.unpack(before.score()).changes()
                - 1;
        Repair.mend(layout, Score.above(best.score()), Math.min(most, MOST_MENDS), effort.trials(), deadline)
                .plan()
                .ifPresent(this::offer);
    }

    /** No better plan has more changes, once one is known that places all it can and misses nothing. */
    static int worthwhileChanges(Instance in, Snapshot plan) {
        var known = Score.unpack(plan.score());
        boolean full = known.empty() == leastEmpty(in);
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
