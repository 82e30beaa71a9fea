package org.wvwbuilder.squads.optimise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.optimise.Plan.Lessons;

/**
 * Answers "who should learn what": solves the squad again as if everybody could play every useful build of their own
 * professions, where each that is not listed costs more than anything but a rule.
 */
final class Teacher {
    private final Task task;
    private final List<Archetype> known;

    Teacher(Task task, List<Archetype> known) {
        this.task = task;
        this.known = known;
    }

    Lessons lessons(Deadline deadline) {
        var fresh = new Task(
                task.roster(), task.groups(), task.rules(), task.squad(), task.orders(), List.of(), task.effort());
        var in = Instances.of(fresh, curriculum());
        var found = Search.run(in, task.effort(), deadline);
        var entries = Instances.playing(task);
        var learn = new ArrayList<Seat>();
        for (int player = 0; player < in.players; player++) {
            if (found.plan().group()[player] == in.bench()) continue;
            var build = in.options[player][found.plan().option()[player]].build();
            if (!entries.get(player).builds().contains(build)) {
                learn.add(new Seat(entries.get(player).player(), build.id()));
            }
        }
        return new Lessons(learn, Score.unpack(found.plan().score()).met(), found.optimal());
    }

    private Map<String, List<Archetype>> curriculum() {
        var lessons = new HashMap<String, List<Archetype>>();
        for (var entry : task.roster()) {
            if (task.orders().builds().containsKey(entry.player())) continue;
            var more = known.stream()
                    .filter(build -> !entry.builds().contains(build))
                    .filter(build -> entry.builds().stream()
                            .anyMatch(mine -> mine.profession().equals(build.profession())))
                    .toList();
            lessons.put(entry.player(), Suggestions.useful(more, task));
        }
        return lessons;
    }
}
