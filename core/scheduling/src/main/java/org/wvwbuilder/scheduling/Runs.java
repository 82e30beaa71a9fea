package org.wvwbuilder.scheduling;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.wvwbuilder.plugin.Database.DatabaseException;

/** The runs under way in this process: at most one of each job. */
final class Runs {
    private static final System.Logger LOG = System.getLogger(Runs.class.getName());
    private static final int TRIES = 4;
    private static final Duration ENDING = Duration.ofSeconds(5);

    private final RunStore store;
    private final ConcurrentHashMap<String, Place> places = new ConcurrentHashMap<>();

    Runs(RunStore store) {
        this.store = store;
    }

    /** Where a run takes place, from before its claim until its end is on record. */
    private static final class Place {
        private final CountDownLatch left = new CountDownLatch(1);
        private volatile Thread thread;
        private volatile boolean ending;
    }

    /**
     * Takes the job's place, unless it is at work. A run whose end goes on record right now is waited for: who read
     * that record must not be told that the job still runs.
     */
    private boolean take(ScheduledJob job, Place place) {
        for (var other = places.putIfAbsent(job.id(), place); other != null; ) {
            if (!other.ending || !left(other, ENDING.toNanos())) return false;
            other = places.putIfAbsent(job.id(), place);
        }
        return true;
    }

    /**
     * Does the work if it can be claimed, on this thread.
     *
     * @param wanted asked once nobody who waits for the job could miss this run any more
     * @throws DatabaseException when it is not known whether it could be claimed
     */
    void run(ScheduledJob job, RunStore.Cause cause, Predicate<ScheduledJob> wanted) {
        var place = new Place();
        if (!take(job, place)) {
            meet(job, cause);
            return;
        }
        try {
            if (!wanted.test(job)) return;
            store.claim(job.id(), cause).ifPresentOrElse(claim -> work(job, claim, place), () -> meet(job, cause));
        } finally {
            leave(job, place);
        }
    }

    /** The job is at work already, here or elsewhere. */
    private void meet(ScheduledJob job, RunStore.Cause cause) {
        if (cause.attempt() == 1) cause.scheduled().ifPresent(moment -> store.adopt(job.id(), moment));
    }

    /** Claims a run by hand and, if that works, does it on a thread of its own. */
    boolean start(ScheduledJob job, String by, Predicate<ScheduledJob> wanted) {
        var place = new Place();
        if (!take(job, place)) return false;
        Optional<RunStore.Claim> claim = Optional.empty();
        try {
            if (wanted.test(job)) claim = store.claim(job.id(), RunStore.Cause.hand(by));
        } finally {
            if (claim.isEmpty()) leave(job, place);
        }
        claim.ifPresent(mine -> Thread.ofVirtual().name("job-" + job.id()).start(() -> {
            try {
                work(job, mine, place);
            } finally {
                leave(job, place);
            }
        }));
        return claim.isPresent();
    }

    boolean any() {
        return !places.isEmpty();
    }

    /** Waits for the runs of these jobs; those that take longer are interrupted. */
    void await(List<ScheduledJob> jobs, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        for (var job : jobs) {
            var place = places.get(job.id());
            if (place == null || left(place, end - System.nanoTime())) continue;
            LOG.log(Level.WARNING, "job {0} still runs after {1}; it is interrupted", job.id(), patience);
            var thread = place.thread;
            if (thread != null) thread.interrupt();
            if (!left(place, TimeUnit.SECONDS.toNanos(2))) {
                LOG.log(Level.WARNING, "job {0} takes no notice of it; its run will count as lost", job.id());
            }
        }
    }

    private static boolean left(Place place, long nanos) {
        try {
            return place.left.await(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void leave(ScheduledJob job, Place place) {
        places.remove(job.id(), place);
        place.left.countDown();
    }

    private void work(ScheduledJob job, RunStore.Claim claim, Place place) {
        place.thread = Thread.currentThread();
        try {
            var told = job.run();
            place.thread = null;
            place.ending = true;
            finish(claim, "succeeded", told == null ? "" : told);
        } catch (Throwable failed) {
            place.thread = null;
            place.ending = true;
            LOG.log(Level.WARNING, "job " + job.id() + " failed", failed);
            finish(claim, "failed", failed.getMessage() == null ? failed.toString() : failed.getMessage());
            if (failed instanceof VirtualMachineError error) throw error;
        }
    }

    /** The end of a run must get on record, even if the database is away for a moment. */
    private void finish(RunStore.Claim claim, String outcome, String detail) {
        // Whoever interrupted the work did not mean its record.
        Thread.interrupted();
        for (int attempt = 1; ; attempt++) {
            try {
                if (store.finish(claim, outcome, detail)) return;
                LOG.log(
                        Level.WARNING,
                        "a run of job {0} {1}, but had been given up as lost: this server was not heard of for a while",
                        claim.job(),
                        outcome);
                return;
            } catch (DatabaseException away) {
                if (attempt < TRIES && pause(Duration.ofSeconds(attempt))) continue;
                LOG.log(Level.ERROR, "the end of a run of " + claim.job() + " could not be recorded", away);
                return;
            }
        }
    }

    private static boolean pause(Duration duration) {
        try {
            Thread.sleep(duration);
            return true;
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
