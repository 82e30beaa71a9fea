package org.wvwbuilder.squads.optimise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.archetype.Capability;
import org.wvwbuilder.squads.archetype.Rule;
import org.wvwbuilder.squads.optimise.Curriculum.Subject;
import org.wvwbuilder.squads.optimise.Instance.Option;

/** Makes numbers of a task. */
final class Instances {
    /** What a lesson of another profession counts, as if it stood at the end of the longest list. */
    private static final int FAR = Entry.MOST_BUILDS;

    private final Task task;
    private final Needs needs;
    private final List<Entry> entries;
    private final Map<String, Integer> index = new HashMap<>();

    private Instances(Task task) {
        this.task = task;
        this.needs = new Needs(task.rules(), task.squad());
        this.entries = playing(task);
        for (int i = 0; i < entries.size(); i++) index.put(entries.get(i).player(), i);
    }

    /** Those who are not kept on the bench. */
    static List<Entry> playing(Task task) {
        return task.roster().stream()
                .filter(entry -> !task.orders().benched().contains(entry.player()))
                .toList();
    }

    static Instance of(Task task) {
        return of(task, Map.of());
    }

    /** @param lessons builds that a player does not list but could learn, each counted as a change */
    static Instance of(Task task, Map<String, List<Subject>> lessons) {
        var making = new Instances(task);
        var options = making.entries.stream()
                .map(entry -> making.options(entry, lessons.getOrDefault(entry.player(), List.of())))
                .toList();
        var units = making.units();
        return new Instance(
                task.groups(),
                making.needs,
                options,
                making.locks(units),
                making.apart(),
                units,
                making.before(options),
                away(task));
    }

    private Option[] options(Entry entry, List<Subject> lessons) {
        var fixed = task.orders().builds().get(entry.player());
        var found = new ArrayList<Option>();
        for (int i = 0; i < entry.builds().size(); i++) {
            var build = entry.builds().get(i);
            long distance = entry.distances().get(i);
            if (fixed == null || fixed.equals(build.id())) found.add(option(build, distance << Score.PREFERENCE));
        }
        for (var lesson : lessons) {
            long distance = lesson.near() ? 0 : FAR;
            found.add(option(lesson.build(), (1L << Score.CHANGE) + (distance << Score.PREFERENCE)));
        }
        return found.toArray(Option[]::new);
    }

    private Option option(Archetype build, long cost) {
        return new Option(
                build,
                build.strength(Capability.STABILITY),
                strengths(build, needs.sums),
                strengths(build, needs.squad),
                cost + Score.MOST_DAMAGE - build.damage());
    }

    private static int[] strengths(Archetype build, Rule[] rules) {
        return Stream.of(rules)
                .mapToInt(rule -> build.strength(rule.capability()))
                .toArray();
    }

    private int[][] units() {
        var names = entries.stream().map(Entry::player).toList();
        return new Clusters(names, task.orders().together())
                .all().stream()
                        .map(unit -> unit.stream().mapToInt(index::get).toArray())
                        .toArray(int[][]::new);
    }

    private int[] locks(int[][] units) {
        var seats = task.orders().seats();
        var locks = new int[entries.size()];
        for (var unit : units) {
            int lock = Arrays.stream(unit)
                    .map(player -> seats.getOrDefault(entries.get(player).player(), 0) - 1)
                    .max()
                    .orElse(-1);
            for (int player : unit) locks[player] = lock;
        }
        return locks;
    }

    private long[] apart() {
        var apart = new long[entries.size()];
        for (var list : task.orders().apart()) {
            var players =
                    list.stream().filter(index::containsKey).map(index::get).toList();
            long all = 0;
            for (int player : players) all |= 1L << player;
            for (int player : players) apart[player] |= all & ~(1L << player);
        }
        return apart;
    }

    private static int away(Task task) {
        return (int) task.previous().stream()
                .flatMap(List::stream)
                .filter(seat -> task.orders().benched().contains(seat.player()))
                .count();
    }

    private int[][] before(List<Option[]> options) {
        var before = new int[2][entries.size()];
        for (var row : before) Arrays.fill(row, -1);
        for (int group = 0; group < task.previous().size(); group++) {
            for (var seat : task.previous().get(group)) {
                Integer player = index.get(seat.player());
                if (player == null) continue;
                // The number after the last subgroup is the bench: whoever sat beyond it has to move in any case.
                before[0][player] = group < task.groups() ? group : group + 1;
                var mine = options.get(player);
                for (int i = 0; i < mine.length; i++) {
                    if (mine[i].build().id().equals(seat.build())) before[1][player] = i;
                }
            }
        }
        return before;
    }
}
