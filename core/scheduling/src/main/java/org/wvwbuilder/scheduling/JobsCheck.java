package org.wvwbuilder.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.wvwbuilder.plugin.HealthCheck.Health;
import org.wvwbuilder.plugin.Jobs;

/** Names the jobs whose last run failed, and those that did not run when they were due. Looks twice a minute. */
final class JobsCheck {
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofMinutes(10);
    private static final int NAMED = 5;

    private final Supplier<Collection<ScheduledJob>> jobs;
    private final RunStore store;
    private final InstantSource clock;
    private Instant looked = Instant.MIN;
    private Health health = new Health.Up();

    JobsCheck(Supplier<Collection<ScheduledJob>> jobs, RunStore store, InstantSource clock) {
        this.jobs = jobs;
        this.store = store;
        this.clock = clock;
    }

    /** @param begun since when the jobs run; empty when they do not yet */
    synchronized Health health(Optional<Instant> begun) {
        var now = clock.instant();
        if (looked.equals(Instant.MIN) || now.isBefore(looked) || !now.isBefore(looked.plus(KEPT))) {
            health = look(begun, now);
            looked = now;
        }
        return health;
    }

    private Health look(Optional<Instant> begun, Instant now) {
        var last = store.last();
        var scheduled = store.lastScheduled();
        var complaints = new ArrayList<String>();
        for (var job : jobs.get()) {
            var run = Optional.ofNullable(last.get(job.id()));
            run.filter(JobsCheck::bad).ifPresent(bad -> complaints.add(told(job, bad)));
            if (overdue(job, run, scheduled, begun, now)) {
                complaints.add(job.id() + " did not run when it was due; see the log for the reason, and start it with"
                        + " 'gw2 jobs run " + job.id() + "'");
            }
        }
        if (complaints.isEmpty()) return new Health.Up();
        int more = complaints.size() - NAMED;
        var named = String.join("; ", complaints.subList(0, Math.min(NAMED, complaints.size())));
        return new Health.Degraded(more > 0 ? named + "; and " + more + " more, see 'gw2 jobs list'" : named);
    }

    private static boolean bad(Jobs.Run run) {
        return run.outcome().equals("failed") || run.outcome().equals("lost");
    }

    private static String told(ScheduledJob job, Jobs.Run run) {
        var reason = run.detail().isEmpty() ? run.outcome() : run.outcome() + ": " + firstLine(run.detail());
        return job.id() + " " + reason + "; mend that and run it with 'gw2 jobs run " + job.id() + "'";
    }

    private static String firstLine(String text) {
        var line = text.lines().findFirst().orElse("").replaceFirst("[.]$", "");
        return line.length() > 300 ? line.substring(0, 300) + "…" : line;
    }

    /** It was at work when it was due, or somebody made up for it. */
    private static boolean didIt(Jobs.Run run, Instant due) {
        return run.outcome().equals("succeeded")
                && run.ended().filter(due::isBefore).isPresent();
    }

    /** After a start, what was missed is being made up for. */
    private static boolean overdue(
            ScheduledJob job,
            Optional<Jobs.Run> run,
            Map<String, Instant> scheduled,
            Optional<Instant> begun,
            Instant now) {
        var late = now.minus(GRACE);
        if (begun.filter(late::isAfter).isEmpty()) return false;
        if (run.filter(last -> last.outcome().equals("running")).isPresent()) return false;
        var from = Optional.ofNullable(scheduled.get(job.id()))
                .filter(last -> last.isAfter(job.since()))
                .orElse(job.since());
        var due = job.timing().latest(job.since(), from, late);
        return due.isPresent() && run.filter(last -> didIt(last, due.get())).isEmpty();
    }
}
