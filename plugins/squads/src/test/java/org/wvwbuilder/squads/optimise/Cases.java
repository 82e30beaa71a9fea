package org.wvwbuilder.squads.optimise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.wvwbuilder.squads.archetype.Archetypes;
import org.wvwbuilder.squads.archetype.Capability;
import org.wvwbuilder.squads.archetype.Rule;

/** The three squads that every release must solve, and small words to write squads with. */
final class Cases {
    static final Archetypes SHIPPED = Archetypes.shipped();
    static final List<Rule> RULES = rules(Map.of(
            Capability.STABILITY, 3,
            Capability.CLEANSE, 3,
            Capability.RESISTANCE, 2,
            Capability.PROTECTION, 2,
            Capability.MIGHT, 2,
            Capability.HEAL, 2));

    private Cases() {}

    /** Fifteen, of whom three can give stability to three subgroups, one of them by a second choice. */
    static Task scarceStability(long seed) {
        var roster = roster(
                "Aya willbender-dps luminary-valor",
                "Bor firebrand-heal",
                "Cid firebrand-heal dragonhunter-dps",
                "Dot tempest-heal weaver-dps",
                "Eli tempest-heal catalyst-dps",
                "Fen scrapper-heal holosmith-dps",
                "Gus scourge-power",
                "Hal scourge-power reaper-power",
                "Ivy herald-boon",
                "Jon herald-boon vindicator-power",
                "Kim reaper-power",
                "Lou spellbreaker-strip",
                "Max virtuoso-power troubadour-support",
                "Nia soulbeast-ranged druid-heal",
                "Oka berserker-dps");
        return new Task(roster, 3, RULES, strip(8), Orders.NONE, List.of(), effort(seed));
    }

    /** Twelve with a single source of stability, locked to the first subgroup. */
    static Task impossible(long seed) {
        var roster = roster(
                "Cmd firebrand-heal",
                "A1 scourge-power",
                "A2 reaper-power",
                "A3 tempest-heal",
                "A4 scrapper-heal",
                "A5 herald-boon",
                "A6 virtuoso-power",
                "A7 berserker-dps",
                "A8 soulbeast-ranged",
                "A9 willbender-dps",
                "A10 daredevil-roam",
                "A11 weaver-dps");
        var orders = new Orders(Optional.empty(), Map.of("Cmd", 1), Map.of(), Set.of(), List.of(), List.of());
        return new Task(roster, 3, RULES, List.of(), orders, List.of(), effort(seed));
    }

    /** Fifty in ten subgroups with orders. */
    static Task full(long seed) {
        var roster = new ArrayList<Entry>();
        many(roster, "G", 1, 6, "firebrand-heal luminary-valor");
        many(roster, "G", 7, 11, "willbender-dps luminary-valor");
        many(roster, "E", 1, 5, "tempest-heal catalyst-dps");
        many(roster, "X", 1, 4, "scrapper-heal mechanist-dps");
        many(roster, "W", 1, 3, "spellbreaker-support spellbreaker-strip");
        many(roster, "N", 1, 8, "scourge-power reaper-power");
        many(roster, "R", 1, 10, "herald-boon vindicator-power");
        many(roster, "M", 1, 4, "virtuoso-power chronomancer-support");
        many(roster, "Z", 1, 3, "soulbeast-ranged druid-heal");
        many(roster, "T", 1, 2, "daredevil-roam specter-support");
        var orders = new Orders(
                Optional.empty(),
                Map.of("G1", 1, "N1", 10),
                Map.of(),
                Set.of(),
                List.of(List.of("M1", "M2")),
                List.of(List.of("E1", "E2")));
        return new Task(roster, 10, RULES, strip(25), orders, List.of(), effort(seed));
    }

    /** The full squad without some, close to the plan that it had with them. */
    static Task repair(long seed, List<List<Seat>> previous, Set<String> absent) {
        var task = full(seed);
        var roster = task.roster().stream()
                .filter(entry -> !absent.contains(entry.player()))
                .toList();
        var orders = task.orders();
        var locks = new TreeMap<>(orders.locks());
        locks.keySet().removeAll(absent);
        var left = new Orders(
                Optional.empty(),
                locks,
                Map.of(),
                Set.of(),
                without(orders.together(), absent),
                without(orders.apart(), absent));
        return new Task(roster, 10, task.rules(), task.squad(), left, previous, task.effort());
    }

    /** Three who do not come, of 49 who had a plan. */
    static Task absence(long seed, Optimiser optimiser) {
        var names = new ArrayList<>(List.of("E3", "X1", "R4", "N2", "T1", "Z2", "N7", "M4", "W1", "R9", "Z1", "G2"));
        Collections.shuffle(names, new Random(seed));
        var before = optimiser.solve(repair(seed, List.of(), Set.of(names.getFirst())));
        return repair(seed, before.groups(), Set.copyOf(names.subList(0, 4)));
    }

    /** Two who leave the full squad with too few Guardians for its subgroups. */
    static Task loss(long seed, Optimiser optimiser) {
        var names = new ArrayList<>(List.of("G2", "G3", "G4", "G5", "G6", "G7", "G8", "G9", "G10", "G11"));
        Collections.shuffle(names, new Random(seed));
        return repair(seed, optimiser.solve(full(seed)).groups(), Set.copyOf(names.subList(0, 2)));
    }

    private static List<List<String>> without(List<List<String>> lists, Set<String> absent) {
        return lists.stream()
                .filter(list -> list.stream().noneMatch(absent::contains))
                .toList();
    }

    static List<Entry> roster(String... lines) {
        return Stream.of(lines).map(Cases::entry).toList();
    }

    static Effort effort(long seed) {
        return Effort.steps(seed, Effort.USUAL_STEPS);
    }

    static List<Rule> strip(int need) {
        return List.of(Rule.of(Capability.STRIP, need));
    }

    private static List<Rule> rules(Map<Capability, Integer> needs) {
        return needs.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(need -> Rule.of(need.getKey(), need.getValue()))
                .toList();
    }

    private static void many(List<Entry> roster, String letter, int from, int to, String builds) {
        for (int i = from; i <= to; i++) roster.add(entry(letter + i + " " + builds));
    }

    private static Entry entry(String line) {
        var words = line.split(" ");
        return new Entry(
                words[0],
                Stream.of(words)
                        .skip(1)
                        .map(id -> SHIPPED.find(id).orElseThrow())
                        .toList());
    }
}
