package org.wvwbuilder.squads.optimise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.archetype.Capability;
import org.wvwbuilder.squads.archetype.Rule;
import org.wvwbuilder.squads.optimise.Fault.Finding;

/** Finds what is wrong with the sizes and the names of a task. */
final class Check {
    private final List<Finding> found = new ArrayList<>();

    Check(List<Entry> roster, int groups, List<Rule> rules, List<Rule> squad, List<List<Seat>> previous) {
        roster(roster);
        if (groups < 1 || groups > Task.MOST_GROUPS) {
            report("/groups", "Ask for 1 to " + Task.MOST_GROUPS + " subgroups, not " + groups);
        }
        rules("/rules/", rules, Rule.MOST_NEED);
        rules("/squad/", squad, Rule.MOST_SQUAD_NEED);
        previous(previous);
    }

    List<Finding> findings() {
        return found;
    }

    private void roster(List<Entry> roster) {
        if (roster.size() > Task.MOST_PLAYERS) {
            report("/roster", "Leave out " + (roster.size() - Task.MOST_PLAYERS) + ": a squad has at most 50 players");
        }
        var seen = new HashMap<String, Integer>();
        for (int i = 0; i < roster.size(); i++) {
            var entry = roster.get(i);
            var first = seen.putIfAbsent(entry.player(), i);
            if (first != null) {
                report("/roster/" + i + "/player", "Name every player once: " + entry.player() + " is entry " + first);
            }
            builds("/roster/" + i + "/builds", entry);
        }
    }

    private void builds(String where, Entry entry) {
        int count = entry.builds().size();
        if (count < 1 || count > Entry.MOST_BUILDS) {
            report(where, "List 1 to " + Entry.MOST_BUILDS + " builds for " + entry.player() + ", not " + count);
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < count; i++) {
            Archetype build = entry.builds().get(i);
            if (!seen.add(build.id())) report(where + "/" + i, "List " + build.id() + " once for " + entry.player());
        }
    }

    private void rules(String where, List<Rule> rules, int most) {
        var seen = new HashSet<Capability>();
        for (var rule : rules) {
            var at = where + rule.capability().key();
            if (!seen.add(rule.capability())) report(at, "Give one rule for each capability");
            if (rule.need() > most) report(at, "Ask for 0 to " + most + ", not " + rule.need());
        }
    }

    private void previous(List<List<Seat>> previous) {
        if (previous.size() > Task.MOST_GROUPS) {
            report("/previous", "Give at most " + Task.MOST_GROUPS + " subgroups, not " + previous.size());
        }
        var seen = new HashMap<String, String>();
        for (int group = 0; group < previous.size(); group++) {
            var seats = previous.get(group);
            if (seats.size() > Task.PLACES) {
                report("/previous/" + group, "Seat at most five in a subgroup, not " + seats.size());
            }
            for (int i = 0; i < seats.size(); i++) twice(seen, "/previous/" + group + "/" + i, seats.get(i));
        }
    }

    private void twice(Map<String, String> seen, String at, Seat seat) {
        var first = seen.putIfAbsent(seat.player(), at);
        if (first != null) report(at, "Seat " + seat.player() + " once: " + first + " has a place, too");
    }

    private void report(String pointer, String detail) {
        found.add(new Finding(pointer, detail));
    }
}
