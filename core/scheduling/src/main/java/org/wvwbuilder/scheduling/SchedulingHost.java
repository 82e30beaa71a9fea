package org.wvwbuilder.scheduling;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.quartz.SchedulerException;
import org.wvwbuilder.kernel.Databases;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.kernel.Host;
import org.wvwbuilder.kernel.PartOfServer;
import org.wvwbuilder.kernel.PluginHandle;
import org.wvwbuilder.kernel.TableOwner;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Database.DatabaseException;
import org.wvwbuilder.plugin.HealthCheck;
import org.wvwbuilder.plugin.Jobs;

/** Runs the jobs of plugins: when their moment comes, when one was missed or lost, and when somebody asks. */
public final class SchedulingHost implements Host<Contribution.Job>, Jobs, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SchedulingHost.class.getName());
    /** Whose jobs the server's own are. */
    static final String SERVER = "server";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration AGAIN = Duration.ofSeconds(10);

    private final RunStore store;
    private final Runs runs;
    private final InstantSource clock;
    private final boolean alone;
    private final ConcurrentHashMap<String, ScheduledJob> jobs = new ConcurrentHashMap<>();
    private volatile Optional<Clockwork> clockwork = Optional.empty();
    private volatile Optional<Heart> heart = Optional.empty();
    private boolean closed;
    private volatile Optional<HealthCheck.Health> broken = Optional.empty();
    private volatile Optional<Instant> begun = Optional.empty();
    private final Desk desk;
    private final JobsCheck punctuality;
    private final Silences silences = new Silences(System::nanoTime);

    private SchedulingHost(Database database, InstantSource clock) {
        this.clock = clock;
        this.store = new RunStore(database, clock);
        this.runs = new Runs(store);
        this.desk = new Desk(database, clock);
        this.punctuality = new JobsCheck(jobs::values, store, clock);
        this.alone = database.engine() == Database.Engine.SQLITE;
    }

    /**
     * Makes the tables; runs nothing yet.
     *
     * @throws Fault when the tables cannot be made
     */
    public static SchedulingHost of(Databases databases, InstantSource clock) throws Fault {
        databases.migrate(owner());
        return new SchedulingHost(databases.database(), clock);
    }

    /** Whose tables they are. */
    public static TableOwner owner() {
        return PartOfServer.of(
                "jobs",
                SchedulingHost.class,
                "META-INF/wvw/migrations/V1__jobs.sql",
                "META-INF/wvw/migrations/V2__requests.sql");
    }

    /**
     * Puts jobs of the server's own to work, beside those of plugins.
     *
     * @throws Fault when one of them cannot be scheduled
     */
    public void install(List<Contribution.Job> own) throws Fault {
        install(SERVER, (job, work) -> work.call(), own);
    }

    @Override
    public void install(PluginHandle plugin, List<Contribution.Job> contributions) throws Fault {
        var calls = plugin.calls();
        install(plugin.id(), (job, work) -> new JobCall(calls, job).run(() -> plugin.call(work)), contributions);
    }

    private void install(String owner, ScheduledJob.Surroundings surroundings, List<Contribution.Job> contributions)
            throws Fault {
        var mine = new ArrayList<ScheduledJob>();
        for (var job : contributions) {
            var timing = timing(owner, job);
            var since = store.since(ScheduledJob.id(owner, job.name()), timing.text());
            var scheduled = new ScheduledJob(owner, job, timing, since, surroundings);
            if (mine.stream().anyMatch(other -> other.id().equals(scheduled.id()))) {
                throw new Fault(
                        "plugin " + owner + " has two jobs called " + job.name(),
                        "its author gives each a name of its own");
            }
            mine.add(scheduled);
        }
        for (var job : mine) {
            jobs.put(job.id(), job);
            clockwork.ifPresent(running -> begin(running, job));
        }
    }

    private static Timing timing(String owner, Contribution.Job job) throws Fault {
        try {
            if (job.name().matches("[a-z0-9]+(-[a-z0-9]+)*")) return Timing.of(job.schedule());
            throw new IllegalArgumentException("a name has lower-case words joined by dashes");
        } catch (IllegalArgumentException wrong) {
            throw new Fault(
                    "job " + job.name() + " of plugin " + owner + " cannot be scheduled: " + wrong.getMessage(),
                    "correct the schedule where it is set, in the plugin's settings or by its author",
                    wrong);
        }
    }

    @Override
    public void withdraw(PluginHandle plugin) {
        withdraw(jobs.values().stream()
                .filter(job -> job.owner().equals(plugin.id()))
                .toList());
    }

    private void withdraw(List<ScheduledJob> ending) {
        for (var job : ending) {
            jobs.remove(job.id(), job);
            clockwork.ifPresent(running -> quietly(() -> running.disarm(job.id())));
        }
        runs.await(ending, PATIENCE);
    }

    /** Lets the installed jobs run. Returns at once: Quartz starts beside the server. */
    public void start() {
        Thread.ofVirtual().name("jobs-start").start(() -> {
            try {
                startNow();
            } catch (SchedulerException | RuntimeException failed) {
                LOG.log(Level.ERROR, "jobs do not run", failed);
                broken = Optional.of(new HealthCheck.Health.Down(
                        "jobs do not run, because " + failed.getMessage() + "; mend that and restart the server"));
            }
        });
    }

    synchronized void startNow() throws SchedulerException {
        if (closed) return;
        var running = new Clockwork(clock, this::due);
        clockwork = Optional.of(running);
        // A database in a file has one server: whatever seems to run there died with the last one.
        if (alone) lose(store.others());
        begun = Optional.of(clock.instant());
        desk.open(List.copyOf(jobs.keySet()));
        for (var job : jobs.values()) begin(running, job);
        heart = Optional.of(new Heart(this::beat));
    }

    /** Down when jobs could not be started, degraded when one failed or was not on time. */
    public HealthCheck check() {
        return () -> broken.orElseGet(() -> punctuality.health(begun));
    }

    private void begin(Clockwork running, ScheduledJob job) {
        quietly(() -> {
            var now = clock.instant();
            var from = store.lastScheduled(job.id()).filter(last -> last.isAfter(job.since()));
            var missed = job.timing().latest(job.since(), from.orElse(job.since()), now);
            var next = job.timing().after(job.since(), now);
            desk.describe(job, next);
            running.arm(job.id(), missed.orElse(next));
        });
    }

    /** A job's moment has come. Called once at a time for a job. */
    private void due(String id, Instant moment) {
        var job = jobs.get(id);
        if (job == null) return;
        try {
            var late = begun.filter(moment::isBefore).isPresent();
            var cause = late ? RunStore.Cause.missed(moment) : RunStore.Cause.schedule(moment);
            runs.run(job, cause, this::installed);
        } catch (DatabaseException away) {
            LOG.log(Level.WARNING, "job " + id + " could not be claimed; it is tried again soon", away);
            clockwork.ifPresent(running -> quietly(() -> running.arm(id, moment, AGAIN)));
            return;
        }
        var now = clock.instant();
        var next = job.timing().after(job.since(), now.isAfter(moment) ? now : moment);
        clockwork.filter(running -> installed(job)).ifPresent(running -> quietly(() -> running.arm(id, next)));
        if (installed(job)) describe(job, next);
    }

    /** Only what commands show depends on it. */
    private void describe(ScheduledJob job, Instant next) {
        try {
            desk.describe(job, next);
        } catch (DatabaseException away) {
            LOG.log(Level.WARNING, "the next run of job " + job.id() + " could not be noted", away);
        }
    }

    private boolean installed(ScheduledJob job) {
        return jobs.get(job.id()) == job;
    }

    private void beat() {
        if (!alone) {
            if (runs.any()) store.beat();
            lose(silences.among(store.others()));
        }
        for (var asked = desk.take(jobs.keySet()); asked.isPresent(); asked = desk.take(jobs.keySet())) {
            var request = asked.get();
            var job = jobs.get(request.job());
            if (job != null) runs.start(job, request.by(), this::installed);
        }
    }

    /** Firings lost with another node get one more try, here or on whichever node claims it first. */
    private void lose(List<RunStore.Pulse> silent) {
        for (var lost : store.lose(silent)) {
            LOG.log(Level.WARNING, "a run of job {0} was lost: its server ended meanwhile", lost.job());
            var job = jobs.get(lost.job());
            if (job == null || lost.attempt() > 1) continue;
            Thread.ofVirtual()
                    .name("job-" + lost.job())
                    .start(() ->
                            runs.run(job, RunStore.Cause.retry(lost.scheduled(), lost.attempt() + 1), this::installed));
        }
    }

    @Override
    public List<JobStatus> all() {
        var last = store.last();
        var now = clock.instant();
        return jobs.values().stream()
                .sorted(Comparator.comparing(ScheduledJob::id))
                .map(job -> new JobStatus(
                        job.owner(),
                        job.job().name(),
                        job.job().title(),
                        job.timing().text(),
                        Optional.of(job.timing().after(job.since(), now)),
                        Optional.ofNullable(last.get(job.id()))))
                .toList();
    }

    @Override
    public boolean run(String plugin, String name, String by) {
        var job = jobs.get(ScheduledJob.id(plugin, name));
        return job != null && runs.start(job, by, this::installed);
    }

    @Override
    public List<Run> runs(String plugin, String name, int limit, Optional<String> before) {
        return store.newest(ScheduledJob.id(plugin, name), limit, before);
    }

    /** Starts nothing more, and waits for what runs, up to a deadline. */
    @Override
    public synchronized void close() {
        closed = true;
        heart.ifPresent(Heart::close);
        withdraw(List.copyOf(jobs.values()));
        clockwork.ifPresent(running -> quietly(running::close));
        clockwork = Optional.empty();
    }

    /** What Quartz has to say about its own state never concerns the caller. */
    private static void quietly(Step step) {
        try {
            step.run();
        } catch (SchedulerException refused) {
            LOG.log(Level.ERROR, "Quartz refused", refused);
        }
    }

    private interface Step {
        void run() throws SchedulerException;
    }
}
