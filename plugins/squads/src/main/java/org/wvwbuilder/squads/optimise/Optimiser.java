package org.wvwbuilder.squads.optimise;

import java.time.Duration;
import java.util.List;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.optimise.Watch.Progress;

/** Solves squads. Holds no state of a task: any number of threads may solve at once. */
public final class Optimiser {
    private final List<Archetype> known;

    /** @param known the archetypes that it may suggest to learn */
    public Optimiser(List<Archetype> known) {
        this.known = List.copyOf(known);
    }

    /** The best plan that it finds, whether or not every rule can hold. */
    public Plan solve(Task task) {
        return solve(task, Watch.NONE);
    }

    /** The same, with somebody who looks on and may end it. */
    public Plan solve(Task task, Watch watch) {
        long began = System.nanoTime();
        var deadline = new Deadline(task.effort().limit(), watch);
        var in = Instances.of(task);
        var found = new Search(
                        in,
                        task.effort(),
                        deadline,
                        plan -> watch.better(new Progress(
                                new Report(task, in, plan).groups(),
                                Score.unpack(plan.score()),
                                Duration.ofNanos(System.nanoTime() - began))))
                .run();
        var report = new Report(task, in, found.plan());
        var groups = report.groups();
        var coverage = report.coverage();
        var unmet = coverage.stream().filter(each -> !each.met()).toList();
        return new Plan(
                groups,
                coverage,
                unmet,
                new Suggestions(task, known, groups).all(unmet),
                report.moves(),
                report.bench(),
                Score.unpack(found.plan().score()),
                Bound.of(in, report.used(), found.optimal()),
                task.effort().seed(),
                Duration.ofNanos(System.nanoTime() - began),
                deadline.cut());
    }

    /** Who should learn what, so that every rule would hold; where the players sat before has no part in it. */
    public Lessons teach(Task task, Lessons.Reach reach, Watch watch) {
        return new Teacher(task, known, reach)
                .lessons(new Deadline(task.effort().limit(), watch));
    }
}
