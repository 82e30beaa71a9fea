package org.wvwbuilder.squads.optimise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.archetype.Capability;
import org.wvwbuilder.squads.archetype.Rule;
import org.wvwbuilder.squads.optimise.Layout.Snapshot;
import org.wvwbuilder.squads.optimise.Plan.Coverage;
import org.wvwbuilder.squads.optimise.Plan.Move;
import org.wvwbuilder.squads.optimise.Plan.Source;

/** Says in names what a search found in numbers. */
final class Report {
    private final Task task;
    private final Instance in;
    private final Snapshot plan;
    private final List<Entry> entries;

    Report(Task task, Instance in, Snapshot plan) {
        this.task = task;
        this.in = in;
        this.plan = plan;
        this.entries = Instances.playing(task);
    }

    List<List<Seat>> groups() {
        return IntStream.range(0, in.groups)
                .mapToObj(group -> members(group).stream().map(this::seat).toList())
                .toList();
    }

    int used() {
        return (int) IntStream.range(0, in.groups)
                .filter(group -> !members(group).isEmpty())
                .count();
    }

    List<String> bench() {
        var placed = IntStream.range(0, in.players)
                .filter(player -> plan.group()[player] != in.bench())
                .mapToObj(player -> entries.get(player).player())
                .toList();
        return task.roster().stream()
                .map(Entry::player)
                .filter(player -> !placed.contains(player))
                .toList();
    }

    List<Coverage> coverage() {
        var found = new ArrayList<Coverage>();
        for (int group = 0; group < in.groups; group++) {
            var members = members(group);
            if (members.isEmpty()) continue;
            for (var rule : task.rules()) found.add(coverage(Optional.of(group + 1), rule, members));
        }
        var all = IntStream.range(0, in.groups)
                .mapToObj(this::members)
                .flatMap(List::stream)
                .toList();
        for (var rule : task.squad()) found.add(coverage(Optional.empty(), rule, all));
        return found;
    }

    private Coverage coverage(Optional<Integer> subgroup, Rule rule, List<Integer> members) {
        var sources = members.stream()
                .filter(player -> build(player).strength(rule.capability()) > 0)
                .map(player -> new Source(
                        entries.get(player).player(),
                        build(player).id(),
                        build(player).strength(rule.capability())))
                .sorted(Comparator.comparingInt(source -> -source.strength()))
                .toList();
        var strengths = sources.stream().mapToInt(Source::strength);
        boolean peak = subgroup.isPresent() && rule.capability() == Capability.STABILITY;
        int have = peak ? peak(strengths) : strengths.sum();
        return new Coverage(subgroup, rule.capability(), have, rule.need(), sources);
    }

    private static int peak(IntStream strengths) {
        var counts = new int[Archetype.MAIN + 1];
        strengths.forEach(strength -> counts[strength]++);
        return Needs.peak(counts);
    }

    List<Move> moves() {
        var found = new ArrayList<Move>();
        for (int player = 0; player < in.players; player++) {
            int to = plan.group()[player];
            if (!in.moved(player, to, plan.option()[player])) continue;
            found.add(new Move(
                    entries.get(player).player(),
                    Optional.of(before(player)),
                    to == in.bench() ? Optional.empty() : Optional.of(to + 1),
                    build(player).id()));
        }
        for (int group = 0; group < task.previous().size(); group++) {
            for (var seat : task.previous().get(group)) {
                if (!task.orders().benched().contains(seat.player())) continue;
                found.add(new Move(seat.player(), Optional.of(group + 1), Optional.empty(), seat.build()));
            }
        }
        return found;
    }

    private int before(int player) {
        int group = in.previousGroup(player);
        return group > in.bench() ? group : group + 1;
    }

    private List<Integer> members(int group) {
        return IntStream.range(0, in.players)
                .filter(player -> plan.group()[player] == group)
                .boxed()
                .toList();
    }

    private Seat seat(int player) {
        return new Seat(entries.get(player).player(), build(player).id());
    }

    private Archetype build(int player) {
        return in.options[player][plan.option()[player]].build();
    }
}
