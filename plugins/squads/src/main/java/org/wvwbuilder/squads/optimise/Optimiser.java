package org.wvwbuilder.squads.optimise;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.optimise.Plan.Coverage;
import org.wvwbuilder.squads.optimise.Plan.Lessons;

/** Solves squads. Holds no state of a task: any number of threads may solve at once. */
public final class Optimiser {
    private final List<Archetype> known;

    /** @param known the archetypes that it may suggest to learn */
    public Optimiser(List<Archetype> known) {
        this.known = List.copyOf(known);
    }

    /**
     * The best plan that it finds, whether or not every rule can hold.
     *
     * @throws IllegalArgumentException when the orders contradict each other; ask {@link Contradictions} first
     */
    public Plan solve(Task task) {
        long began = System.nanoTime();
        var contradictions = Contradictions.of(task);
        if (!contradictions.isEmpty()) throw new IllegalArgumentException(contradictions.toString());
        var deadline = new Deadline(task.effort().limit());
        var in = Instances.of(task);
        var found = Search.run(in, task.effort(), deadline);
        var report = new Report(task, in, found.plan());
        var groups = report.groups();
        var coverage = report.coverage();
        var unmet = coverage.stream().filter(each -> !each.met()).toList();
        return new Plan(
                groups,
                coverage,
                unmet,
                new Suggestions(task, known, groups).all(unmet),
                lessons(task, unmet, deadline),
                report.moves(),
                report.bench(),
                Score.unpack(found.plan().score()),
                Bound.of(in, report.used(), found.optimal()),
                task.effort().seed(),
                Duration.ofNanos(System.nanoTime() - began),
                deadline.cut());
    }

    private Optional<Lessons> lessons(Task task, List<Coverage> unmet, Deadline deadline) {
        if (unmet.isEmpty() || known.isEmpty()) return Optional.empty();
        return Optional.of(new Teacher(task, known).lessons(deadline));
    }
}
