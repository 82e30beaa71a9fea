package org.wvwbuilder.squads.optimise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongBiFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.squads.optimise.Layout.Snapshot;
import org.wvwbuilder.squads.optimise.Oracle.Verdict;

/** When players do not come, no more of the others have to change than must. */
class RepairTests {
    private static final boolean LONG = Long.getLong("long", 0) > 0;
    private static final int SMALL = LONG ? 10_000 : 300;
    private static final int DECIDED = LONG ? 300 : 30;
    private static final int MOST_CHANGES = 3;

    private final Optimiser optimiser = new Optimiser(Cases.SHIPPED.all());

    @Test
    void noPlanWithFewerChangesMendsALargeSquad() {
        SortedMap<Integer, Integer> moves = new TreeMap<>();
        assertThat(LongStream.range(0, 100)).allSatisfy(seed -> {
            var task = Cases.absence(seed, optimiser);
            var plan = optimiser.solve(task);
            Referee.accept(task, plan);
            assertThat(plan.unmet()).isEmpty();
            assertThat(plan.bound().optimal()).isTrue();
            int changes = plan.moves().size();
            assertThat(Nearby.holdsWithin(task, Math.min(2, changes))).isEqualTo(changes <= 2);
            if (changes > 0) assertThat(Nearby.holdsWithin(task, changes - 1)).isFalse();
            moves.merge(changes, 1, Integer::sum);
        });
        assertThat(moves).isEqualTo(Map.of(0, 75, 1, 4, 2, 18, 3, 3));
    }

    @Test
    void whatIsDecidedByMendingIsWhatTheExactSearchFinds() {
        long decided = LongStream.range(0, SMALL)
                .mapToObj(this::absence)
                .filter(task -> agree(task, (in, best) -> Math.max(0, 5L * in.groups - in.players) << Score.EMPTY))
                .count();
        assertThat(decided).isGreaterThan(SMALL / 25);
    }

    @Test
    void whatCannotHoldIsMissedWithNoMoreChangesThanTheExactSearchNeeds() {
        long compared = LongStream.range(0, SMALL)
                .mapToObj(this::absence)
                .filter(task -> agree(task, (in, best) -> Score.above(best.score())))
                .count();
        assertThat(compared).isGreaterThan(SMALL / 2);
    }

    /** Mends a squad; false when that decided nothing. */
    private boolean agree(Task task, ToLongBiFunction<Instance, Snapshot> goal) {
        var in = Instances.of(task);
        var layout = new Layout(in);
        Greedy.fill(layout);
        if (!Repair.isDecisive(layout)) return false;
        var exact = Exact.solve(in, Score.MOST_CHANGES, new Deadline(Optional.empty(), Watch.NONE));
        if (exact.isEmpty()) return false;
        var mended = Repair.mend(
                layout,
                goal.applyAsLong(in, exact.get()),
                MOST_CHANGES,
                Effort.USUAL_STEPS,
                new Deadline(Optional.empty(), Watch.NONE));
        if (!mended.isBest()) return false;
        assertThat(Score.unpack(mended.plan().orElseThrow().score()))
                .as(task.toString())
                .isEqualTo(Score.unpack(exact.get().score()));
        return true;
    }

    @Test
    void theOracleAllowsNoFewerChangesInSmallSquads() {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        for (long number = 0; verdicts.getOrDefault(Verdict.NOTHING_BETTER, 0) < DECIDED; number++) {
            var task = absence(number);
            var plan = optimiser.solve(task);
            Referee.accept(task, plan);
            var verdict = Oracle.better(task, plan.score());
            assertThat(verdict).as("squad %d: %s", number, plan).isNotEqualTo(Verdict.BETTER);
            verdicts.merge(verdict, 1, Integer::sum);
        }
        assertThat(verdicts.getOrDefault(Verdict.UNDECIDED, 0)).isLessThan(DECIDED);
    }

    /** A squad of up to twelve that had a plan, of whom up to three do not come. */
    private Task absence(long number) {
        var task = Squads.random(number, 12, 3);
        var before = optimiser.solve(task);
        int missing = (int) Math.min(task.roster().size() - 1, 1 + number % 3);
        var roster = task.roster().subList(missing, task.roster().size());
        return new Task(roster, task.groups(), task.rules(), task.squad(), Orders.NONE, before.groups(), task.effort());
    }
}
