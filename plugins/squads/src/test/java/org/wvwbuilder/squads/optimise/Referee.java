package org.wvwbuilder.squads.optimise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.archetype.Capability;
import org.wvwbuilder.squads.archetype.Rule;

/** Counts a plan again from its names, the slow and plain way, and checks that every order was respected. */
final class Referee {
    private final Task task;
    private final List<List<Seat>> groups;
    private final Map<String, Integer> groupOf = new HashMap<>();
    private final Map<String, Archetype> plays = new HashMap<>();

    private Referee(Task task, List<List<Seat>> groups) {
        this.task = task;
        this.groups = groups;
        var entries = task.roster().stream().collect(Collectors.toMap(Entry::player, entry -> entry));
        for (int group = 0; group < groups.size(); group++) {
            assertThat(groups.get(group)).hasSizeLessThanOrEqualTo(5);
            for (var seat : groups.get(group)) {
                assertThat(groupOf.put(seat.player(), group + 1))
                        .as(seat.player())
                        .isNull();
                assertThat(entries).containsKey(seat.player());
                var build = entries.get(seat.player()).builds().stream()
                        .filter(each -> each.id().equals(seat.build()))
                        .findFirst();
                assertThat(build).as(seat.toString()).isPresent();
                plays.put(seat.player(), build.get());
            }
        }
    }

    /** The plan respects every order, and its score is what its seats are worth. */
    static void accept(Task task, Plan plan) {
        assertThat(plan.groups()).hasSize(task.groups());
        var referee = new Referee(task, plan.groups());
        referee.orders();
        referee.bench(plan.bench());
        assertThat(plan.score()).isEqualTo(referee.score());
        assertThat(plan.moves()).hasSize(plan.score().changes());
        assertThat(plan.feasible()).isEqualTo(plan.score().met());
    }

    private void bench(List<String> bench) {
        var all = new HashSet<>(bench);
        all.addAll(groupOf.keySet());
        assertThat(bench.size() + groupOf.size()).isEqualTo(task.roster().size());
        assertThat(all).hasSize(task.roster().size());
    }

    private void orders() {
        var orders = task.orders();
        orders.seats().forEach((player, group) -> assertThat(groupOf).containsEntry(player, group));
        orders.benched().forEach(player -> assertThat(groupOf).doesNotContainKey(player));
        orders.builds().forEach((player, build) -> {
            if (plays.containsKey(player)) assertThat(plays.get(player).id()).isEqualTo(build);
        });
        for (var list : orders.together()) {
            assertThat(list.stream()
                            .map(player -> groupOf.getOrDefault(player, 0))
                            .distinct())
                    .hasSize(1);
        }
        for (var list : orders.apart()) {
            assertThat(list.stream().filter(groupOf::containsKey).map(groupOf::get))
                    .doesNotHaveDuplicates();
        }
    }

    private Score score() {
        int placed = groupOf.size();
        int stability = 0;
        int rules = 0;
        for (var group : groups) {
            if (group.isEmpty()) continue;
            for (var rule : task.rules()) {
                int missing = Math.max(0, rule.need() - have(rule.capability(), group));
                if (rule.capability() == Capability.STABILITY) stability += missing;
                else rules += rule.weight() * missing;
            }
        }
        int squad = task.squad().stream().mapToInt(this::missing).sum();
        int preferences = task.roster().stream()
                .filter(entry -> plays.containsKey(entry.player()))
                .mapToInt(entry -> entry.builds().indexOf(plays.get(entry.player())))
                .sum();
        int damage = plays.values().stream().mapToInt(each -> 6 - each.damage()).sum();
        return new Score(task.groups() * 5 - placed, stability, rules, squad, changes(), preferences, damage);
    }

    private int missing(Rule rule) {
        int have = plays.values().stream()
                .mapToInt(each -> each.strength(rule.capability()))
                .sum();
        return Math.max(0, rule.need() - have);
    }

    private int changes() {
        int changes = 0;
        for (int group = 0; group < task.previous().size(); group++) {
            for (var seat : task.previous().get(group)) {
                boolean here =
                        task.roster().stream().anyMatch(entry -> entry.player().equals(seat.player()));
                if (!here) continue;
                boolean stays = groupOf.getOrDefault(seat.player(), 0) == group + 1
                        && plays.get(seat.player()).id().equals(seat.build());
                if (!stays) changes++;
            }
        }
        return changes;
    }

    private int have(Capability capability, List<Seat> group) {
        var strengths = group.stream()
                .map(seat -> plays.get(seat.player()).strength(capability))
                .toList();
        if (capability != Capability.STABILITY) {
            return strengths.stream().mapToInt(Integer::intValue).sum();
        }
        boolean two = strengths.stream().filter(strength -> strength == 2).count() > 1;
        return Math.max(
                two ? 3 : 0,
                Stream.concat(Stream.of(0), strengths.stream())
                        .max(Integer::compare)
                        .orElse(0));
    }
}
