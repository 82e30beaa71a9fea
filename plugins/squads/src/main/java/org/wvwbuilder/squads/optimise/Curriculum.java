package org.wvwbuilder.squads.optimise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.archetype.Rule;
import org.wvwbuilder.squads.optimise.Lessons.Reach;

/** What every player may be taught, and what they play that makes a difference to the rules. */
final class Curriculum {
    private final Task task;
    private final List<Archetype> known;
    private final Reach reach;

    /** @param near whether it belongs to a profession that the player plays already */
    record Subject(Archetype build, boolean near) {}

    Curriculum(Task task, List<Archetype> known, Reach reach) {
        this.task = task;
        this.known = known;
        this.reach = reach;
    }

    /** The task without builds that another one of the same player makes useless under the rules. */
    Task essential() {
        var roster = task.roster().stream()
                .map(entry -> fixed(entry) ? entry : new Entry(entry.player(), essential(entry.builds())))
                .toList();
        return new Task(
                roster, task.groups(), task.rules(), task.squad(), task.orders(), task.previous(), task.effort());
    }

    Map<String, List<Subject>> subjects() {
        var subjects = new HashMap<String, List<Subject>>();
        for (var entry : task.roster()) {
            if (!fixed(entry)) subjects.put(entry.player(), subjects(entry));
        }
        return subjects;
    }

    static boolean near(Entry entry, Archetype build) {
        return entry.builds().stream().anyMatch(mine -> mine.profession().equals(build.profession()));
    }

    private boolean fixed(Entry entry) {
        return task.orders().builds().containsKey(entry.player());
    }

    private List<Subject> subjects(Entry entry) {
        var useful = new ArrayList<Subject>();
        for (var build : known) {
            var subject = new Subject(build, near(entry, build));
            if (!subject.near() && reach == Reach.OWN_PROFESSIONS) continue;
            if (entry.builds().stream().anyMatch(mine -> covers(mine, build))) continue;
            useful.add(subject);
        }
        return useful.stream()
                .filter(one -> useful.stream().noneMatch(other -> other != one && outdoes(other, one, useful)))
                .toList();
    }

    private boolean outdoes(Subject other, Subject one, List<Subject> all) {
        if (one.near() && !other.near() || !covers(other.build(), one.build())) return false;
        boolean equal = one.near() == other.near() && covers(one.build(), other.build());
        return !equal || all.indexOf(other) < all.indexOf(one);
    }

    private List<Archetype> essential(List<Archetype> builds) {
        return builds.stream()
                .filter(one -> builds.stream()
                        .noneMatch(other -> other != one
                                && covers(other, one)
                                && (!covers(one, other) || builds.indexOf(other) < builds.indexOf(one))))
                .toList();
    }

    private boolean covers(Archetype other, Archetype one) {
        return reaches(other, one, task.rules()) && reaches(other, one, task.squad());
    }

    private static boolean reaches(Archetype other, Archetype one, List<Rule> rules) {
        return rules.stream().allMatch(rule -> other.strength(rule.capability()) >= one.strength(rule.capability()));
    }
}
