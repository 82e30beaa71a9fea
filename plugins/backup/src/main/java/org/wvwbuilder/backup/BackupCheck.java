package org.wvwbuilder.backup;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.wvwbuilder.backup.making.Maker;
import org.wvwbuilder.backup.shelf.Note;
import org.wvwbuilder.plugin.DatabaseCopies.Restored.Outcome;
import org.wvwbuilder.plugin.HealthCheck;
import org.wvwbuilder.plugin.Jobs;
import org.wvwbuilder.plugin.Jobs.JobStatus;
import org.wvwbuilder.plugin.PluginContext;

/** Degraded when the newest verified backup is older than the schedule allows, or when a restore was refused lately. */
final class BackupCheck implements HealthCheck {
    static final String JOB = "backup";
    /** How long a scheduled backup may take until it is missed. */
    private static final Duration GRACE = Duration.ofHours(1);

    private static final Duration LATELY = Duration.ofDays(1);
    private final Backups backups;
    private final PluginContext context;
    /** The moment that the schedule told last. */
    private Optional<Instant> due = Optional.empty();

    BackupCheck(Backups backups, PluginContext context) {
        this.backups = backups;
        this.context = context;
    }

    @Override
    public synchronized Health check() throws IOException {
        var now = context.clock().instant();
        var refused = backups.copies()
                .lastRestore()
                .filter(restored -> restored.outcome() == Outcome.REFUSED)
                .filter(restored -> restored.at().plus(LATELY).isAfter(now));
        if (refused.isPresent()) {
            return new Health.Degraded("A restore was refused, and the database is the one from before: "
                    + refused.get().detail() + ".");
        }
        var newest = Maker.newestProven(backups.shelf().notes(), now);
        return missed(newest.map(Note::created), now)
                .or(() -> newest.flatMap(BackupCheck::onlyHere))
                .<Health>map(Health.Degraded::new)
                .orElseGet(Health.Up::new);
    }

    private static Optional<String> onlyHere(Note newest) {
        return newest.elsewhere().entrySet().stream()
                .filter(copy -> copy.getValue().startsWith(Elsewhere.FAILED))
                .map(copy -> "The newest backup was not copied to " + copy.getKey() + ": "
                        + copy.getValue().substring(Elsewhere.FAILED.length()) + ". Then 'gw2 backup'.")
                .findFirst();
    }

    private Optional<String> missed(Optional<Instant> newest, Instant now) {
        var job = job();
        if (job.isEmpty()) return Optional.empty();
        var moment = due;
        due = job.get()
                .next()
                .filter(next -> moment.isEmpty() || moment.get().isBefore(now))
                .or(() -> moment);
        var failed = job.get().last().filter(run -> run.outcome().equals("failed"));
        if (failed.isPresent() && older(newest, failed.get().started())) {
            return Optional.of(
                    "The last scheduled backup failed: " + failed.get().detail() + ". Then 'gw2 backup'.");
        }
        if (moment.isPresent() && now.isAfter(moment.get().plus(GRACE)) && older(newest, moment.get())) {
            return Optional.of("The backup that was due at " + moment.get() + " was not made: see 'gw2 jobs' and make"
                    + " one with 'gw2 backup'.");
        }
        return Optional.empty();
    }

    private static boolean older(Optional<Instant> newest, Instant than) {
        return newest.isEmpty() || newest.get().isBefore(than);
    }

    private Optional<JobStatus> job() {
        return context.find(Jobs.class).stream()
                .flatMap(jobs -> jobs.all().stream())
                .filter(job -> job.plugin().equals(context.id()) && job.name().equals(JOB))
                .findFirst();
    }
}
