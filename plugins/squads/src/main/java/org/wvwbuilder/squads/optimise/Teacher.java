package org.wvwbuilder.squads.optimise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.archetype.Rule;
import org.wvwbuilder.squads.optimise.Lessons.Lesson;
import org.wvwbuilder.squads.optimise.Lessons.Reach;

/**
 * Answers "who should learn what": solves the squad again as if everybody could play every useful build that may be
 * taught, where each that is not listed costs more than anything but a rule.
 */
final class Teacher {
    private final Task task;
    private final List<Archetype> known;
    private final Reach reach;

    Teacher(Task task, List<Archetype> known, Reach reach) {
        this.task = task.with(List.of());
        this.known = known;
        this.reach = reach;
    }

    Lessons lessons(Deadline deadline) {
        var in = Instances.of(task, curriculum());
        var found = new Search(in, task.effort(), deadline, plan -> {}).run();
        var entries = Instances.playing(task);
        var learn = new ArrayList<Lesson>();
        for (int player = 0; player < in.players; player++) {
            if (found.plan().group()[player] == in.bench()) continue;
            var build = in.options[player][found.plan().option()[player]].build();
            var entry = entries.get(player);
            if (!entry.builds().contains(build)) learn.add(new Lesson(entry.player(), build.id(), near(entry, build)));
        }
        var score = Score.unpack(found.plan().score());
        return new Lessons(learn, score.met(), found.optimal(), score);
    }

    private Map<String, List<Archetype>> curriculum() {
        var lessons = new HashMap<String, List<Archetype>>();
        for (var entry : task.roster()) {
            if (task.orders().builds().containsKey(entry.player())) continue;
            var more = known.stream()
                    .filter(build -> !entry.builds().contains(build))
                    .filter(build -> reach == Reach.ANY_PROFESSION || near(entry, build))
                    .toList();
            lessons.put(entry.player(), useful(entry, more));
        }
        return lessons;
    }

    static boolean near(Entry entry, Archetype build) {
        return entry.builds().stream().anyMatch(mine -> mine.profession().equals(build.profession()));
    }

    /** Without those that another lesson, no farther away, makes useless under the rules. */
    private List<Archetype> useful(Entry entry, List<Archetype> lessons) {
        return lessons.stream()
                .filter(one -> lessons.stream()
                        .noneMatch(other -> other != one
                                && covers(entry, other, one)
                                && (!covers(entry, one, other) || lessons.indexOf(other) < lessons.indexOf(one))))
                .toList();
    }

    private boolean covers(Entry entry, Archetype other, Archetype one) {
        return (near(entry, other) || !near(entry, one))
                && reaches(other, one, task.rules())
                && reaches(other, one, task.squad());
    }

    private static boolean reaches(Archetype other, Archetype one, List<Rule> rules) {
        return rules.stream().allMatch(rule -> other.strength(rule.capability()) >= one.strength(rule.capability()));
    }
}
