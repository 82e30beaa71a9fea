package org.wvwbuilder.squads.optimise;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.archetype.Capability;
import org.wvwbuilder.squads.archetype.Rule;

/** Random squads with random rules and orders that do not contradict each other; a number always gives the same one. */
final class Squads {
    private static final List<Capability> USUAL = List.of(
            Capability.CLEANSE, Capability.RESISTANCE, Capability.PROTECTION, Capability.MIGHT, Capability.HEAL);

    private final Random random;
    private final int mostPlayers;
    private final int mostGroups;

    private Squads(long number, int mostPlayers, int mostGroups) {
        this.random = new Random(number * 0x9e3779b97f4a7c15L);
        this.mostPlayers = mostPlayers;
        this.mostGroups = mostGroups;
    }

    static Task random(long number, int mostPlayers, int mostGroups) {
        var squads = new Squads(number, mostPlayers, mostGroups);
        for (int tries = 0; tries < 100; tries++) {
            try {
                return squads.next();
            } catch (Fault contradictory) {
                continue;
            }
        }
        throw new IllegalStateException("no squad without contradictions for " + number);
    }

    private Task next() {
        int count = 1 + random.nextInt(mostPlayers);
        var roster = new ArrayList<Entry>();
        for (int i = 0; i < count; i++) roster.add(new Entry("p" + i, builds()));
        int groups = 1 + random.nextInt(mostGroups);
        var rules = new ArrayList<Rule>();
        if (random.nextInt(8) > 0) rules.add(Rule.of(Capability.STABILITY, 1 + random.nextInt(3)));
        for (var capability : USUAL) {
            if (random.nextInt(3) > 0) rules.add(Rule.of(capability, 1 + random.nextInt(4)));
        }
        List<Rule> squad =
                random.nextInt(3) == 0 ? List.of() : List.of(Rule.of(Capability.STRIP, 1 + random.nextInt(12)));
        return new Task(roster, groups, rules, squad, orders(roster, groups), previous(roster), Cases.effort(1));
    }

    private List<Archetype> builds() {
        var all = Cases.SHIPPED.all();
        var chosen = new ArrayList<Archetype>();
        int count = 1 + random.nextInt(3);
        while (chosen.size() < count) {
            var build = all.get(random.nextInt(all.size()));
            if (!chosen.contains(build)) chosen.add(build);
        }
        return chosen;
    }

    private Orders orders(List<Entry> roster, int groups) {
        if (random.nextInt(3) == 0) return Orders.NONE;
        var locks = new HashMap<String, Integer>();
        var builds = new HashMap<String, String>();
        var benched = new HashSet<String>();
        for (var entry : roster) {
            int dice = random.nextInt(16);
            if (dice == 0) locks.put(entry.player(), 1 + random.nextInt(groups));
            if (dice == 1) builds.put(entry.player(), pick(entry.builds()).id());
            if (dice == 2) benched.add(entry.player());
        }
        Optional<String> commander =
                random.nextInt(6) == 0 ? Optional.of(pick(roster).player()) : Optional.empty();
        return new Orders(commander, locks, builds, benched, some(roster), some(roster));
    }

    private List<List<String>> some(List<Entry> roster) {
        if (roster.size() < 4 || random.nextBoolean()) return List.of();
        var names = new ArrayList<>(roster.stream().map(Entry::player).toList());
        Collections.shuffle(names, random);
        return List.of(names.subList(0, 2 + random.nextInt(2)));
    }

    private List<List<Seat>> previous(List<Entry> roster) {
        if (random.nextInt(3) > 0) return List.of();
        List<List<Seat>> groups = new ArrayList<>();
        for (int i = 0; i < mostGroups; i++) groups.add(new ArrayList<>());
        for (var entry : roster) {
            var group = pick(groups);
            if (group.size() < 5 && random.nextInt(6) > 0)
                group.add(new Seat(entry.player(), pick(entry.builds()).id()));
        }
        return groups;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** The same task with other orders. */
    static Task with(Task task, Orders orders) {
        return new Task(
                task.roster(), task.groups(), task.rules(), task.squad(), orders, task.previous(), task.effort());
    }

    static Orders locks(Orders orders, Map<String, Integer> locks) {
        return new Orders(
                orders.commander(), locks, orders.builds(), orders.benched(), orders.together(), orders.apart());
    }

    static Orders builds(Orders orders, Map<String, String> builds) {
        return new Orders(
                orders.commander(), orders.locks(), builds, orders.benched(), orders.together(), orders.apart());
    }

    static Orders benched(Orders orders, Set<String> benched) {
        return new Orders(
                orders.commander(), orders.locks(), orders.builds(), benched, orders.together(), orders.apart());
    }
}
