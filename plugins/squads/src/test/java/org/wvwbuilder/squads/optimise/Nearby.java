package org.wvwbuilder.squads.optimise;

import java.util.Arrays;
import java.util.List;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.archetype.Capability;
import org.wvwbuilder.squads.archetype.Rule;

/**
 * Tries each and every plan that is a few changes away from the previous one, without any thought: all players, all
 * subgroups, all builds.
 */
final class Nearby {
    private final Task task;
    private final List<Entry> entries;
    private final int[] group;
    private final Archetype[] build;

    private Nearby(Task task) {
        this.task = task;
        this.entries = task.roster();
        this.group = new int[entries.size()];
        this.build = new Archetype[entries.size()];
        for (int at = 0; at < task.previous().size(); at++) {
            for (var seat : task.previous().get(at)) sit(seat, at);
        }
        if (Arrays.asList(build).contains(null)) throw new IllegalArgumentException("somebody had no seat before");
    }

    private void sit(Seat seat, int at) {
        for (int player = 0; player < entries.size(); player++) {
            if (!entries.get(player).player().equals(seat.player())) continue;
            group[player] = at;
            build[player] = entries.get(player).builds().stream()
                    .filter(each -> each.id().equals(seat.build()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Whether a plan that places everybody, keeps all orders and misses nothing is no more changes away. */
    static boolean holdsWithin(Task task, int changes) {
        return new Nearby(task).holds(0, changes);
    }

    private boolean holds(int first, int changes) {
        if (isPlan() && missesNothing()) return true;
        if (changes == 0) return false;
        for (int player = first; player < entries.size(); player++) {
            int sat = group[player];
            var played = build[player];
            for (int to = 0; to < task.groups(); to++) {
                for (var other : entries.get(player).builds()) {
                    if (to == sat && other.equals(played)) continue;
                    group[player] = to;
                    build[player] = other;
                    if (holds(player + 1, changes - 1)) return true;
                }
            }
            group[player] = sat;
            build[player] = played;
        }
        return false;
    }

    private boolean isPlan() {
        var size = new int[task.groups()];
        for (int at : group) if (++size[at] > 5) return false;
        var orders = task.orders();
        return orders.seats().entrySet().stream().allMatch(lock -> at(lock.getKey()) == lock.getValue() - 1)
                && orders.together().stream()
                        .allMatch(list -> list.stream().map(this::at).distinct().count() == 1)
                && orders.apart().stream()
                        .allMatch(list -> list.stream().map(this::at).distinct().count() == list.size());
    }

    private int at(String name) {
        for (int player = 0; player < group.length; player++) {
            if (entries.get(player).player().equals(name)) return group[player];
        }
        throw new IllegalArgumentException(name);
    }

    private boolean missesNothing() {
        for (var rule : task.rules()) {
            for (int at = 0; at < task.groups(); at++) if (!reaches(rule, at)) return false;
        }
        for (var rule : task.squad()) {
            int sum = Arrays.stream(build)
                    .mapToInt(each -> each.strength(rule.capability()))
                    .sum();
            if (sum < rule.need()) return false;
        }
        return true;
    }

    private boolean reaches(Rule rule, int at) {
        int sum = 0;
        int peak = 0;
        int reliable = 0;
        boolean empty = true;
        for (int player = 0; player < group.length; player++) {
            if (group[player] != at) continue;
            int strength = build[player].strength(rule.capability());
            empty = false;
            sum += strength;
            peak = Math.max(peak, strength);
            if (strength == 2) reliable++;
        }
        boolean stability = rule.capability() == Capability.STABILITY;
        int have = !stability ? sum : reliable > 1 ? 3 : peak;
        return empty || have >= rule.need();
    }
}
