package org.wvwbuilder.squads.optimise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.optimise.Layout.Snapshot;
import org.wvwbuilder.squads.optimise.Lessons.Lesson;
import org.wvwbuilder.squads.optimise.Lessons.Reach;

/**
 * Answers "who should learn what": solves the squad again as if everybody could play every useful build that may be
 * taught, where each that is not listed costs more than anything but a rule. A list found by chance is proven by the
 * exact search, which need not look at longer ones.
 */
final class Teacher {
    private final Task task;
    private final Instance in;
    private final List<Entry> entries;

    Teacher(Task task, List<Archetype> known, Reach reach) {
        this.task = task.with(List.of());
        var curriculum = new Curriculum(this.task, known, reach);
        this.in = Instances.of(curriculum.essential(), curriculum.subjects());
        this.entries = Instances.playing(task);
    }

    Lessons lessons(Deadline deadline) {
        var found = new Search(in, task.effort(), deadline.half(), plan -> {}).rehearse();
        var proven = prove(found, deadline);
        var plan = proven.filter(each -> each.score() < found.score()).orElse(found);
        var score = Score.unpack(plan.score());
        return new Lessons(lessons(plan), score.met(), proven.isPresent(), score);
    }

    /** The best plan beyond doubt; where that is too much to look at, whether a shorter list does as well. */
    private Optional<Snapshot> prove(Snapshot found, Deadline deadline) {
        int changes = Search.worthwhileChanges(in, found);
        var best = Exact.solve(in, changes, deadline);
        boolean again = best.isEmpty() && changes < Score.MOST_CHANGES;
        return again ? Exact.solve(in, Math.max(0, changes - 1), deadline) : best;
    }

    private List<Lesson> lessons(Snapshot plan) {
        var learn = new ArrayList<Lesson>();
        for (int player = 0; player < in.players; player++) {
            if (plan.group()[player] == in.bench()) continue;
            var build = in.options[player][plan.option()[player]].build();
            var entry = entries.get(player);
            if (entry.builds().contains(build)) continue;
            learn.add(new Lesson(entry.player(), build.id(), Curriculum.near(entry, build)));
        }
        return learn;
    }
}
