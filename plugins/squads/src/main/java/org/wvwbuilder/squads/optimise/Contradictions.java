package org.wvwbuilder.squads.optimise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds orders that no plan can respect, each with the place where it stands. */
public final class Contradictions {

    /** @param where a JSON pointer into the orders: {@code /apart/0} */
    public record Contradiction(String where, String detail) {}

    private final Orders orders;
    private final int groups;
    private final Map<String, Entry> entries;
    private final List<List<String>> clusters;
    private final List<Contradiction> found = new ArrayList<>();

    private Contradictions(Task task) {
        orders = task.orders();
        groups = task.groups();
        entries = task.roster().stream().collect(Collectors.toMap(Entry::player, entry -> entry));
        clusters = new Clusters(task.roster().stream().map(Entry::player).toList(), orders.together()).all();
    }

    /** Empty when a plan can respect all orders. */
    public static List<Contradiction> of(Task task) {
        var check = new Contradictions(task);
        check.players();
        if (check.found.isEmpty()) {
            check.clusters();
            check.apart();
            check.places();
        }
        return check.found;
    }

    private void players() {
        orders.locks().forEach((player, group) -> {
            known(at("locks", player), player);
            if (group < 1 || group > groups) report(at("locks", player), "a subgroup from 1 to " + groups);
            if (orders.benched().contains(player)) {
                report(at("locks", player), "a subgroup or the bench, not both: " + player + " is benched");
            }
        });
        orders.builds().forEach((player, build) -> {
            known(at("builds", player), player);
            var entry = entries.get(player);
            if (entry != null
                    && entry.builds().stream().noneMatch(each -> each.id().equals(build))) {
                report(at("builds", player), "a build that " + player + " listed");
            }
        });
        orders.benched().stream().sorted().forEach(player -> known("/benched", player));
        each("together", orders.together());
        each("apart", orders.apart());
    }

    private void each(String name, List<List<String>> lists) {
        for (int i = 0; i < lists.size(); i++) {
            var where = "/" + name + "/" + i;
            if (lists.get(i).size() < 2) report(where, "two players or more");
            if (Set.copyOf(lists.get(i)).size() < lists.get(i).size()) report(where, "every player once");
            for (var player : lists.get(i)) known(where, player);
        }
    }

    private void known(String where, String player) {
        if (!entries.containsKey(player)) report(where, "players of the roster: " + player + " is not on it");
    }

    private void clusters() {
        for (var cluster : clusters) {
            if (cluster.size() < 2) continue;
            var where = "/together/" + first(cluster);
            var names = String.join(", ", cluster);
            if (cluster.size() > Task.PLACES) report(where, "at most five who stay together: " + names);
            if (locked(cluster).size() > 1)
                report(where, "players who are not locked to different subgroups: " + names);
            long benched = cluster.stream().filter(orders.benched()::contains).count();
            if (benched > 0 && benched < cluster.size()) {
                report(where, "players who are all benched, or none of them: " + names);
            }
        }
    }

    private int first(List<String> cluster) {
        for (int i = 0; i < orders.together().size(); i++) {
            if (cluster.contains(orders.together().get(i).getFirst())) return i;
        }
        return 0;
    }

    private Set<Integer> locked(List<String> cluster) {
        var locked = new HashSet<Integer>();
        for (var player : cluster)
            Optional.ofNullable(orders.locks().get(player)).ifPresent(locked::add);
        return locked;
    }

    private void apart() {
        var groupOf = new HashMap<String, Object>();
        for (var cluster : clusters) {
            var locked = locked(cluster);
            for (var player : cluster) groupOf.put(player, locked.isEmpty() ? cluster : List.copyOf(locked));
        }
        for (int i = 0; i < orders.apart().size(); i++) {
            var seen = new HashMap<Object, String>();
            for (var player : orders.apart().get(i)) {
                var other = orders.benched().contains(player) ? null : seen.put(groupOf.get(player), player);
                if (other != null) {
                    report(
                            "/apart/" + i,
                            "players who may part: " + other + " and " + player + " must share a subgroup");
                }
            }
        }
    }

    private void places() {
        var wanted = new TreeMap<Integer, Integer>();
        for (var cluster : clusters) {
            for (int group : locked(cluster)) wanted.merge(group, cluster.size(), Integer::sum);
        }
        wanted.forEach((group, count) -> {
            if (count > Task.PLACES) {
                report("/locks", "at most five in a subgroup: " + count + " must be in subgroup " + group);
            }
        });
    }

    private void report(String where, String detail) {
        found.add(new Contradiction(where, detail));
    }

    private static String at(String name, String player) {
        return "/" + name + "/" + player.replace("~", "~0").replace("/", "~1");
    }
}
