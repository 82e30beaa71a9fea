package org.wvwbuilder.squads.solve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.plugin.Doc;

/** What a client sends to have a squad solved. */
public final class SolveForm {

    private SolveForm() {}

    private static <T> Optional<T> given(Optional<T> value) {
        return value == null ? Optional.empty() : value;
    }

    @Doc("A player, and what they can play.")
    public record Player(
            Optional<String> player,

            @Doc("Ids of archetypes or saved builds, the dearest first; at most 20.")
            List<String> builds,

            @Doc("Build to 1 learning, 2 practised or 3 fluent; 3 where left out.")
            Map<String, Integer> proficiency,

            @Doc("Builds whose gear is not complete: played only by who has no other, or is locked to one.")
            List<String> gearMissing) {

        public Player {
            player = given(player);
            builds = builds == null ? List.of() : builds;
            proficiency = proficiency == null ? Map.of() : proficiency;
            gearMissing = gearMissing == null ? List.of() : gearMissing;
        }
    }

    @Doc("A squad to solve.")
    public record SolveRequest(
            @Doc("At most 50 players; give this or roster_id.")
            List<Player> roster,

            @Doc("A roster: those of its players who are here tonight.")
            Optional<String> rosterId,

            @Doc("How many subgroups, 1 to 10; as few as hold everybody where left out.")
            Optional<Integer> groups,

            @Doc("The rule set to go by where rules or squad are left out; by the number of players itself.")
            Optional<String> ruleSet,

            @Doc("What every subgroup with players must reach, by capability.")
            Optional<Map<String, Integer>> rules,

            @Doc("What the squad must reach as a whole, by capability.")
            Optional<Map<String, Integer>> squad,

            @Doc("Player to subgroup, from 1.") Map<String, Integer> locks,

            @Doc("Player to the one build of theirs that they play.")
            Map<String, String> builds,

            @Doc("Players who stay out.") List<String> benched,
            @Doc("The player who leads, in subgroup 1.") Optional<String> commander,

            @Doc("Players who share a subgroup, or all sit on the bench.")
            List<List<String>> together,

            @Doc("Players of whom no two share a subgroup.") List<List<String>> apart,

            @Doc("The plan to stay close to: by subgroup, player:build.")
            List<List<String>> previous,

            @Doc("The same seed gives the same plan; 1 where left out.")
            Optional<Long> seed,

            @Doc("1 to 30000; 300 where left out.") Optional<Integer> timeLimitMs,

            @Doc("Steps of the search in place of the time: the same plan on every machine.")
            Optional<Integer> steps,

            @Doc("A name of 1 to 64 letters, digits, - or _ to cancel it by; ends your other run of this name.")
            Optional<String> run) {

        public SolveRequest {
            roster = roster == null ? List.of() : roster;
            rosterId = given(rosterId);
            groups = given(groups);
            ruleSet = given(ruleSet);
            rules = given(rules);
            squad = given(squad);
            locks = locks == null ? Map.of() : locks;
            builds = builds == null ? Map.of() : builds;
            benched = benched == null ? List.of() : benched;
            commander = given(commander);
            together = together == null ? List.of() : together;
            apart = apart == null ? List.of() : apart;
            previous = previous == null ? List.of() : previous;
            seed = given(seed);
            timeLimitMs = given(timeLimitMs);
            steps = given(steps);
            run = given(run);
        }
    }
}
