package org.wvwbuilder.squads.optimise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.squads.archetype.Capability;
import org.wvwbuilder.squads.optimise.Plan.Coverage;
import org.wvwbuilder.squads.optimise.Plan.Suggestion;

/** The squads that every release must solve. */
class AcceptanceTests {
    private static final Set<String> MAIN_STABILITY = Set.of("luminary-valor", "firebrand-heal");

    private final Optimiser optimiser = new Optimiser(Cases.SHIPPED.all());

    @Test
    void aSecondChoiceIsTakenWhereStabilityIsScarce() {
        assertThat(LongStream.range(0, 20)).allSatisfy(seed -> {
            var task = Cases.scarceStability(seed);
            var plan = optimiser.solve(task);
            Referee.accept(task, plan);
            assertThat(plan.unmet()).isEmpty();
            assertThat(plan.feasible()).isTrue();
            assertThat(plan.bench()).isEmpty();
            assertThat(plan.groups()).allSatisfy(group -> {
                assertThat(group).hasSize(5);
                assertThat(group)
                        .filteredOn(seat -> MAIN_STABILITY.contains(seat.build()))
                        .hasSize(1);
            });
            assertThat(plan.groups())
                    .anySatisfy(group -> assertThat(group).contains(new Seat("Aya", "luminary-valor")));
            assertThat(plan.bound().optimal()).isTrue();
        });
    }

    @Test
    void anImpossibleRosterStillGetsAPlanThatSaysWhatIsMissing() {
        var task = Cases.impossible(1);
        var plan = optimiser.solve(task);
        Referee.accept(task, plan);
        assertThat(plan.feasible()).isFalse();
        assertThat(plan.groups().getFirst()).contains(new Seat("Cmd", "firebrand-heal"));
        assertThat(plan.unmet())
                .filteredOn(each -> each.rule() == Capability.STABILITY)
                .extracting(Coverage::subgroup)
                .containsExactly(Optional.of(2), Optional.of(3));
        assertThat(plan.unmet()).allSatisfy(each -> assertThat(each.have()).isLessThan(each.need()));
        assertThat(plan.bound().possible()).isEqualTo(1);
        assertThat(plan.bound().of()).isEqualTo(3);
        assertThat(plan.groups())
                .noneSatisfy(group ->
                        assertThat(group).contains(new Seat("A3", "tempest-heal"), new Seat("A4", "scrapper-heal")));
    }

    @Test
    void anImpossibleRosterIsToldTheCheapestFixes() {
        var plan = optimiser.solve(Cases.impossible(1));
        assertThat(plan.suggestions())
                .filteredOn(each -> each.player().equals("A9") && each.rule() == Capability.STABILITY)
                .extracting(Suggestion::build)
                .contains("luminary-valor", "firebrand-heal");
        assertThat(plan.unmet())
                .allSatisfy(unmet -> assertThat(plan.suggestions()).anySatisfy(fix -> {
                    assertThat(fix.rule()).isEqualTo(unmet.rule());
                    assertThat(fix.subgroup()).isEqualTo(unmet.subgroup());
                    assertThat(fix.fills()).isTrue();
                }));
    }

    @Test
    void aFullSquadMissesNothing() {
        assertThat(LongStream.range(0, 100)).allSatisfy(seed -> {
            var task = Cases.full(seed);
            var plan = optimiser.solve(task);
            Referee.accept(task, plan);
            assertThat(plan.unmet()).isEmpty();
            assertThat(plan.bench()).isEmpty();
            assertThat(plan.groups()).allSatisfy(group -> assertThat(group).hasSize(5));
        });
    }

    @Test
    void aRepairMovesFew() {
        var before = optimiser.solve(Cases.full(1)).groups();
        assertThat(List.of(
                        Set.of("E3", "X1", "R4", "N2"), Set.of("T1", "Z2", "N7", "M4"), Set.of("W1", "N1", "R9", "Z1")))
                .allSatisfy(absent -> {
                    var task = Cases.repair(3, before, absent);
                    var plan = optimiser.solve(task);
                    Referee.accept(task, plan);
                    assertThat(plan.unmet()).isEmpty();
                    assertThat(plan.moves()).hasSizeLessThanOrEqualTo(2);
                });
    }

    @Test
    void everyCoverageNamesItsSources() {
        var plan = optimiser.solve(Cases.full(5));
        assertThat(plan.coverage()).hasSize(10 * 6 + 1).allSatisfy(each -> {
            assertThat(each.sources()).isNotEmpty();
            if (each.rule() == Capability.STABILITY)
                assertThat(each.sources().getFirst().strength()).isEqualTo(each.have());
            else
                assertThat(each.sources().stream()
                                .mapToInt(Plan.Source::strength)
                                .sum())
                        .isEqualTo(each.have());
        });
    }

    @Test
    void aTimeLimitIsKept() {
        var task = Cases.full(1);
        var hurried = new Task(
                task.roster(),
                task.groups(),
                task.rules(),
                task.squad(),
                task.orders(),
                List.of(),
                new Effort(1, Effort.MOST_STEPS, Optional.of(Duration.ofMillis(1))));
        var plan = optimiser.solve(hurried);
        Referee.accept(hurried, plan);
        assertThat(plan.cut()).isTrue();
    }

    @Test
    void aWatchSeesEveryBetterPlanAndMayEndTheSearch() {
        var seen = new java.util.ArrayList<Score>();
        var plan = optimiser.solve(Cases.full(2), new Watch() {
            @Override
            public void better(Progress progress) {
                seen.add(progress.score());
            }
        });
        assertThat(seen)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder())
                .last()
                .isEqualTo(plan.score());
        var ended = optimiser.solve(Cases.full(2), new Watch() {
            @Override
            public boolean stopped() {
                return true;
            }
        });
        assertThat(ended.cut()).isTrue();
        Referee.accept(Cases.full(2), ended);
    }
}
