package org.wvwbuilder.squads.optimise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.squads.archetype.Capability;
import org.wvwbuilder.squads.optimise.Plan.Coverage;

/** What is proven about stability is never less than what a plan has. */
class BoundTests {
    private final Optimiser optimiser = new Optimiser(List.of());

    @Test
    void onlyFourOfSixIsSaid() {
        var roster = new ArrayList<Entry>();
        for (int i = 0; i < 4; i++) roster.addAll(Cases.roster("G" + i + " willbender-dps firebrand-heal"));
        for (int i = 0; i < 26; i++) roster.addAll(Cases.roster("N" + i + " scourge-power"));
        var task = new Task(roster, 6, Cases.RULES, List.of(), Orders.NONE, List.of(), Cases.effort(1));
        var plan = optimiser.solve(task);
        assertThat(plan.bound()).isEqualTo(new Bound(false, 4, 6));
        assertThat(stable(plan)).isEqualTo(4);
    }

    @Test
    void twoReliableSourcesMakeOneMore() {
        var roster = Cases.roster("A firebrand-heal", "B conduit-support", "C conduit-support");
        var orders = Squads.locks(Orders.NONE, Map.of("A", 1, "B", 2));
        var task = new Task(roster, 3, Cases.RULES, List.of(), orders, List.of(), Cases.effort(1));
        var plan = optimiser.solve(task);
        assertThat(plan.bound().possible()).isEqualTo(2);
        assertThat(stable(plan)).isEqualTo(2);
    }

    @Test
    void noPlanHasMoreThanTheBound() {
        assertThat(LongStream.range(0, 500)).allSatisfy(number -> {
            var task = Squads.random(number, 12, 3);
            boolean asked = task.rules().stream().anyMatch(rule -> rule.capability() == Capability.STABILITY);
            var plan = optimiser.solve(task);
            if (asked) assertThat(stable(plan)).isLessThanOrEqualTo(plan.bound().possible());
            assertThat(plan.bound().possible()).isLessThanOrEqualTo(plan.bound().of());
        });
    }

    private static long stable(Plan plan) {
        return plan.coverage().stream()
                .filter(each -> each.rule() == Capability.STABILITY)
                .filter(Coverage::met)
                .count();
    }
}
