package org.wvwbuilder.squads.optimise;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.squads.archetype.Capability;

/**
 * A squad, and what is to say about it.
 *
 * @param groups the seats of each subgroup, in the order of the roster
 * @param coverage every rule in every subgroup with players, then those of the squad
 * @param unmet those that are not reached
 * @param suggestions who could reach one, the cheapest first
 * @param moves what is different from the previous plan, for those who are in both
 * @param bench who has no place, in the order of the roster
 * @param bound what is proven about the plan
 * @param cut whether the clock or the watch ended the search: another run may then find another plan
 */
public record Plan(
        List<List<Seat>> groups,
        List<Coverage> coverage,
        List<Coverage> unmet,
        List<Suggestion> suggestions,
        List<Move> moves,
        List<String> bench,
        Score score,
        Bound bound,
        long seed,
        Duration elapsed,
        boolean cut) {

    /** @param subgroup from 1; empty for a rule of the squad */
    public record Coverage(Optional<Integer> subgroup, Capability rule, int have, int need, List<Source> sources) {
        public boolean met() {
            return have >= need;
        }
    }

    /** A player who gives something. */
    public record Source(String player, String build, int strength) {}

    /**
     * A build that would help where a player sits, if they could play it.
     *
     * @param fills whether the rule would then hold
     * @param sameProfession whether it belongs to a profession that they play already
     */
    public record Suggestion(
            Capability rule,
            Optional<Integer> subgroup,
            String player,
            String build,
            boolean fills,
            boolean sameProfession) {}

    /** @param from a subgroup from 1; empty for the bench */
    public record Move(String player, Optional<Integer> from, Optional<Integer> to, String build) {}

    /** True when no rule is unmet. */
    public boolean feasible() {
        return unmet.isEmpty();
    }
}
