package org.wvwbuilder.squads.composition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.archetype.Archetypes;
import org.wvwbuilder.squads.archetype.Capability;
import org.wvwbuilder.squads.archetype.Confidence;
import org.wvwbuilder.squads.archetype.Rule;
import org.wvwbuilder.squads.archetype.RuleSet;
import org.wvwbuilder.squads.judgement.Playables.Known;
import org.wvwbuilder.squads.optimise.Effort;
import org.wvwbuilder.squads.optimise.Entry;
import org.wvwbuilder.squads.optimise.Optimiser;
import org.wvwbuilder.squads.optimise.Orders;
import org.wvwbuilder.squads.optimise.Plan.Coverage;
import org.wvwbuilder.squads.optimise.Plan.Source;
import org.wvwbuilder.squads.optimise.Task;

/** How rules stand in subgroups that are known by heart. */
class CoverageTests {
    private static final Archetypes SHIPPED = Archetypes.shipped();
    private static final List<Archetype> STRENGTHS = IntStream.rangeClosed(1, Archetype.MAIN)
            .mapToObj(strength -> gives("s" + strength, Map.of(Capability.STABILITY, strength)))
            .toList();
    private static final Archetype HEALER = gives("healer", Map.of(Capability.CLEANSE, 3, Capability.HEAL, 2));
    private static final Archetype CLEANSER = gives("cleanser", Map.of(Capability.CLEANSE, 1));

    private static Archetype gives(String id, Map<Capability, Integer> what) {
        return new Archetype(id, "", 0, "Guardian", "", what, Confidence.GUESS, List.of("a guess"), LocalDate.EPOCH);
    }

    private static CoverageOf coverage(List<Archetype> all) {
        var byId = all.stream().collect(Collectors.toMap(Archetype::id, Function.identity()));
        return new CoverageOf(new Known(new Archetypes(all), byId, Map.of()));
    }

    private static RuleSet rules(List<Rule> subgroup, List<Rule> squad) {
        return new RuleSet("test", "Test", "Essai", 1, 50, subgroup, squad);
    }

    private static List<Slot> playing(String... builds) {
        return IntStream.range(0, builds.length)
                .mapToObj(place -> new Slot("p" + place, builds[place]))
                .toList();
    }

    @Test
    void whatEverybodyGivesIsAddedAndTheStrongestIsNamedFirst() {
        var rules = rules(List.of(Rule.of(Capability.CLEANSE, 4), Rule.of(Capability.HEAL, 3)), List.of());
        var found = coverage(List.of(HEALER, CLEANSER)).all(List.of(playing("cleanser", "healer")), rules);
        assertThat(found)
                .containsExactly(
                        new Coverage(
                                Optional.of(1),
                                Capability.CLEANSE,
                                4,
                                4,
                                List.of(new Source("p1", "healer", 3), new Source("p0", "cleanser", 1))),
                        new Coverage(Optional.of(1), Capability.HEAL, 2, 3, List.of(new Source("p1", "healer", 2))));
        assertThat(found).extracting(Coverage::met).containsExactly(true, false);
    }

    /** The first column says how strong the stability of each player is. */
    @ParameterizedTest
    @CsvSource({"3,3", "33,3", "2,2", "22,3", "21,2", "1,1", "111,1", "11111,1", "0,0", "03,3"})
    void stabilityIsNoSumInASubgroup(String strengths, int peak) {
        var slots = strengths
                .chars()
                .mapToObj(strength -> new Slot("somebody", "s" + (char) strength))
                .toList();
        var rule = Rule.of(Capability.STABILITY, 3);
        var found = coverage(STRENGTHS).all(List.of(slots), rules(List.of(rule), List.of(rule)));
        assertThat(found).extracting(Coverage::have).first().isEqualTo(peak);
        assertThat(found.getLast().have())
                .as("in the squad it is a sum")
                .isEqualTo(strengths.chars().map(strength -> strength - '0').sum());
        assertThat(found.getLast().subgroup()).isEmpty();
    }

    @Test
    void aSubgroupWithoutBuildsIsLeftOutAndTheOthersKeepTheirNumbers() {
        var rules = rules(List.of(Rule.of(Capability.CLEANSE, 1)), List.of(Rule.of(Capability.CLEANSE, 9)));
        var subgroups = List.of(playing("", ""), playing("healer"), List.<Slot>of(), playing("", "cleanser"));
        var found = coverage(List.of(HEALER, CLEANSER)).all(subgroups, rules);
        assertThat(found)
                .extracting(Coverage::subgroup)
                .containsExactly(Optional.of(2), Optional.of(4), Optional.empty());
        assertThat(found).extracting(Coverage::have).containsExactly(3, 1, 4);
    }

    @Test
    void aBuildThatNobodyKnowsGivesNothing() {
        var rules = rules(List.of(Rule.of(Capability.CLEANSE, 1)), List.of());
        var found = coverage(List.of(HEALER)).all(List.of(playing("gone")), rules);
        assertThat(found).containsExactly(new Coverage(Optional.of(1), Capability.CLEANSE, 0, 1, List.of()));
    }

    /** Seven for five places, of whom each gives as much: what those give who wait is no part of any rule. */
    @ParameterizedTest
    @CsvSource({"10,true", "11,false"})
    void whoIsOnTheBenchGivesNothing(int need, boolean feasible) {
        var roster = IntStream.range(0, 7)
                .mapToObj(player -> new Entry("p" + player, List.of(HEALER)))
                .toList();
        var rules = List.of(Rule.of(Capability.CLEANSE, 15));
        var squad = List.of(Rule.of(Capability.HEAL, need));
        var task = new Task(roster, 1, rules, squad, Orders.NONE, List.of(), Effort.steps(1, 1_000));
        var plan = new Optimiser(List.of(HEALER)).solve(task);
        assertThat(plan.bench()).containsExactly("p5", "p6");
        assertThat(plan.coverage())
                .containsExactly(
                        new Coverage(Optional.of(1), Capability.CLEANSE, 15, 15, seated(3)),
                        new Coverage(Optional.empty(), Capability.HEAL, 10, need, seated(2)));
        assertThat(plan.feasible()).isEqualTo(feasible);
    }

    private static List<Source> seated(int strength) {
        return IntStream.range(0, 5)
                .mapToObj(player -> new Source("p" + player, "healer", strength))
                .toList();
    }

    @Test
    void theOptimiserSaysTheSameOfEveryPlan() {
        var subgroup = Stream.of(Capability.STABILITY, Capability.CLEANSE, Capability.MIGHT)
                .map(capability -> Rule.of(capability, 3))
                .toList();
        var squad = List.of(Rule.of(Capability.STABILITY, 9), Rule.of(Capability.STRIP, 8));
        var all = SHIPPED.all();
        for (int squads = 0; squads < 20; squads++) {
            var roster = new ArrayList<Entry>();
            for (int player = 0; player < 5 + squads; player++) {
                roster.add(new Entry("p" + player, List.of(all.get((squads + 7 * player) % all.size()))));
            }
            var task = new Task(roster, 5, subgroup, squad, Orders.NONE, List.of(), Effort.steps(squads, 20_000));
            var plan = new Optimiser(all).solve(task);
            var slots = plan.groups().stream()
                    .map(group -> group.stream()
                            .map(seat -> new Slot(seat.player(), seat.build()))
                            .toList())
                    .toList();
            assertThat(coverage(all).all(slots, rules(subgroup, squad))).isEqualTo(plan.coverage());
            assertThat(plan.unmet())
                    .isEqualTo(plan.coverage().stream()
                            .filter(each -> each.have() < each.need())
                            .toList());
        }
    }
}
