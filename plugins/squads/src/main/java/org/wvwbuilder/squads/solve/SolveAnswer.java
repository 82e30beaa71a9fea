package org.wvwbuilder.squads.solve;

import java.util.List;
import java.util.Optional;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.squads.optimise.Plan;
import org.wvwbuilder.squads.optimise.Plan.Coverage;
import org.wvwbuilder.squads.optimise.Seat;

@Doc("A squad, and what is to say about it.")
public record SolveAnswer(
        @Doc("True when no rule is unmet.") boolean feasible,
        @Doc("By subgroup: player:build.") List<List<String>> groups,
        List<Covered> coverage,
        List<Unmet> unmet,

        @Doc("Who could fill an unmet rule where they sit, the cheapest first.")
        List<Suggestion> suggestions,

        @Doc("What is different from the previous plan.") List<Move> moves,
        @Doc("Players without a place.") List<String> bench,
        long seed,
        long elapsedMs,
        Bound bound,

        @Doc("True when the time ended before the search did: another machine may find another plan.")
        boolean cut) {

    @Doc("A rule, and how it stands.")
    public record Covered(
            @Doc("From 1; null for a rule of the squad.") Optional<Integer> subgroup,
            String rule,
            int have,
            int need,
            List<Source> sources) {

        public static Covered of(Coverage coverage) {
            return new Covered(
                    coverage.subgroup(),
                    coverage.rule().key(),
                    coverage.have(),
                    coverage.need(),
                    coverage.sources().stream()
                            .map(source -> new Source(source.player(), source.build(), source.strength()))
                            .toList());
        }
    }

    @Doc("Who gives something, and how strongly.")
    public record Source(String player, String build, int strength) {}

    @Doc("A rule that is not reached.")
    public record Unmet(Optional<Integer> subgroup, String rule, int have, int need) {

        public static Unmet of(Coverage coverage) {
            return new Unmet(coverage.subgroup(), coverage.rule().key(), coverage.have(), coverage.need());
        }
    }

    @Doc("A build that would help where a player sits, if they could play it.")
    public record Suggestion(
            String rule,
            Optional<Integer> subgroup,
            String player,
            String build,
            @Doc("Whether the rule would then hold.") boolean fills,

            @Doc("Whether it is of a profession that they play already.")
            boolean sameProfession) {}

    @Doc("From a subgroup or the bench (null) to another.")
    public record Move(String player, Optional<Integer> from, Optional<Integer> to, String build) {}

    @Doc("What no plan can exceed: in how many subgroups stability can hold.")
    public record Bound(
            @Doc("Whether the plan is proven to be the best by all goals.")
            boolean optimal,

            int possible,
            int of) {}

    static SolveAnswer of(Plan plan) {
        return new SolveAnswer(
                plan.feasible(),
                plan.groups().stream().map(SolveAnswer::seats).toList(),
                plan.coverage().stream().map(Covered::of).toList(),
                plan.unmet().stream().map(Unmet::of).toList(),
                plan.suggestions().stream().map(SolveAnswer::suggestion).toList(),
                plan.moves().stream()
                        .map(move -> new Move(move.player(), move.from(), move.to(), move.build()))
                        .toList(),
                plan.bench(),
                plan.seed(),
                plan.elapsed().toMillis(),
                new Bound(
                        plan.bound().optimal(),
                        plan.bound().possible(),
                        plan.bound().of()),
                plan.cut());
    }

    private static Suggestion suggestion(Plan.Suggestion found) {
        return new Suggestion(
                found.rule().key(),
                found.subgroup(),
                found.player(),
                found.build(),
                found.fills(),
                found.sameProfession());
    }

    static List<String> seats(List<Seat> seats) {
        return seats.stream().map(Seat::toString).toList();
    }
}
