package org.wvwbuilder.squads.optimise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds out who must move as one: those kept together, directly or through others. */
final class Clusters {
    private final Map<String, String> parent = new LinkedHashMap<>();

    Clusters(List<String> players, List<List<String>> together) {
        for (var player : players) parent.put(player, player);
        for (var group : together) {
            for (var player : group) join(group.getFirst(), player);
        }
    }

    /** Every player in exactly one list, in the order of the roster. */
    List<List<String>> all() {
        var found = new LinkedHashMap<String, List<String>>();
        for (var player : parent.keySet()) {
            found.computeIfAbsent(root(player), any -> new ArrayList<>()).add(player);
        }
        return List.copyOf(found.values());
    }

    private void join(String one, String other) {
        if (parent.containsKey(one) && parent.containsKey(other)) parent.put(root(other), root(one));
    }

    private String root(String player) {
        var at = player;
        while (!parent.get(at).equals(at)) at = parent.get(at);
        return at;
    }
}
