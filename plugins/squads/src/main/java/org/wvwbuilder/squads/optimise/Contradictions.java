package org.wvwbuilder.squads.optimise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.wvwbuilder.squads.optimise.Fault.Finding;

/** Finds orders that no plan can respect, each with the place where it stands. */
final class Contradictions {

    private final Orders orders;
    private final int groups;
    private final SortedMap<String, Integer> seats;
    private final Map<String, Entry> entries;
    private final List<List<String>> clusters;
    private final List<Finding> found = new ArrayList<>();

    private Contradictions(List<Entry> roster, int groups, Orders orders) {
        this.orders = orders;
        this.groups = groups;
        seats = orders.seats();
        entries = roster.stream().collect(Collectors.toMap(Entry::player, entry -> entry));
        clusters = new Clusters(roster.stream().map(Entry::player).toList(), orders.together()).all();
    }

    /** Empty when a plan can respect all orders. */
    static List<Finding> of(List<Entry> roster, int groups, Orders orders) {
        var check = new Contradictions(roster, groups, orders);
        check.players();
        if (check.found.isEmpty()) {
            check.clusters();
            check.apart();
            check.places();
        }
        return check.found;
    }

    private void players() {
        orders.commander().ifPresent(this::commander);
        new TreeMap<>(orders.locks()).forEach((player, group) -> {
            known(at("locks", player), player);
            if (group < 1 || group > groups) {
                report(at("locks", player), "Lock to a subgroup from 1 to " + groups + ", not " + group);
            }
            out(at("locks", player), player);
        });
        new TreeMap<>(orders.builds()).forEach((player, build) -> {
            known(at("builds", player), player);
            var entry = entries.get(player);
            if (entry != null
                    && entry.builds().stream().noneMatch(each -> each.id().equals(build))) {
                report(at("builds", player), "Choose a build that " + player + " lists: " + build + " is none");
            }
        });
        orders.benched().stream().sorted().forEach(player -> known("/bench", player));
        each("together", orders.together());
        each("apart", orders.apart());
    }

    private void commander(String player) {
        known("/commander", player);
        out("/commander", player);
        int locked = orders.locks().getOrDefault(player, 1);
        if (locked != 1) {
            report(
                    "/commander",
                    "Lock " + player + " to subgroup 1 or not at all: the commander cannot be in " + locked);
        }
    }

    private void out(String where, String player) {
        if (orders.benched().contains(player)) {
            report(where, "Take " + player + " off the bench, or let them stay there: both at once is impossible");
        }
    }

    private void each(String name, List<List<String>> lists) {
        for (int i = 0; i < lists.size(); i++) {
            var where = "/" + name + "/" + i;
            if (lists.get(i).size() < 2) report(where, "Name two players or more");
            if (Set.copyOf(lists.get(i)).size() < lists.get(i).size()) report(where, "Name every player once");
            for (var player : lists.get(i)) known(where, player);
        }
    }

    private void known(String where, String player) {
        if (!entries.containsKey(player)) report(where, "Name players of the roster: " + player + " is not on it");
    }

    private void clusters() {
        for (var cluster : clusters) {
            if (cluster.size() < 2) continue;
            var where = "/together/" + first(cluster);
            var names = String.join(", ", cluster);
            if (cluster.size() > Task.PLACES) report(where, "Keep at most five together, not all of " + names);
            if (locked(cluster).size() > 1) report(where, "Lock them to one subgroup, or let them part: " + names);
            long benched = cluster.stream().filter(orders.benched()::contains).count();
            if (benched > 0 && benched < cluster.size()) {
                report(where, "Bench all of them or nobody: " + names);
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
        for (var player : cluster) {
            if (seats.containsKey(player)) locked.add(seats.get(player));
        }
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
                            "Let them part: " + other + " and " + player + " must share a subgroup by other orders");
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
                report("/locks", "Lock at most five to a subgroup: " + count + " must be in subgroup " + group);
            }
        });
    }

    private void report(String where, String detail) {
        found.add(new Finding(where, detail));
    }

    private static String at(String name, String player) {
        return "/" + name + "/" + Fault.token(player);
    }
}
