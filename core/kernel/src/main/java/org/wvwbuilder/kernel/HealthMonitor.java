package org.wvwbuilder.kernel;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.wvwbuilder.plugin.Contribution.Check;
import org.wvwbuilder.plugin.HealthCheck;
import org.wvwbuilder.plugin.Platform.CheckStatus;
import org.wvwbuilder.plugin.Platform.HealthReport;

/** Runs the health checks every few seconds, away from requests, and keeps the last report. */
final class HealthMonitor implements Host<Check>, AutoCloseable {
    static final Duration PERIOD = Duration.ofSeconds(5);
    private static final Duration DEADLINE = Duration.ofSeconds(3);
    private static final String SERVER = "server";

    private record Watched(String owner, Check check, PluginHandle plugin, Deadline deadline) {
        Watched(String owner, Check check, PluginHandle plugin) {
            this(owner, check, plugin, new Deadline(DEADLINE, "check-" + owner + "-" + check.name()));
        }
    }

    private final InstantSource clock;
    private final Supplier<List<CheckStatus>> complaints;
    private final List<Watched> watched = new CopyOnWriteArrayList<>();
    /** Those that gave no answer in time in the last round. */
    private final Set<Watched> late = new HashSet<>();

    private volatile HealthReport report;
    private volatile Thread thread;

    /** @param complaints what the server itself has to say about its plugins */
    HealthMonitor(InstantSource clock, Supplier<List<CheckStatus>> complaints) {
        this.clock = clock;
        this.complaints = complaints;
        this.report = new HealthReport("down", clock.instant(), List.of());
    }

    void watch(Check check) {
        watched.add(new Watched(SERVER, check, null));
    }

    void start() {
        round();
        thread = Thread.ofVirtual().name("health").start(this::repeat);
    }

    HealthReport report() {
        return report;
    }

    @Override
    public void install(PluginHandle plugin, List<Check> contributions) {
        contributions.forEach(check -> watched.add(new Watched(plugin.id(), check, plugin)));
    }

    @Override
    public void withdraw(PluginHandle plugin) {
        watched.removeIf(entry -> entry.plugin == plugin);
    }

    @Override
    public void close() {
        if (thread != null) thread.interrupt();
    }

    private void repeat() {
        try {
            while (true) {
                TimeUnit.NANOSECONDS.sleep(PERIOD.toNanos());
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    synchronized void round() {
        var results = new ArrayList<CheckStatus>();
        for (var entry : watched) results.add(run(entry));
        results.addAll(complaints.get());
        report = new HealthReport(worst(results), clock.instant(), List.copyOf(results));
    }

    private CheckStatus run(Watched entry) {
        var begun = System.nanoTime();
        var name = entry.check.name();
        HealthCheck.Health health;
        try {
            health = entry.deadline.call(() ->
                    entry.plugin == null ? entry.check.check().check() : entry.plugin.call(entry.check.check()::check));
            late.remove(entry);
        } catch (TimeoutException e) {
            health = late(entry);
        } catch (Exception | Error e) {
            // An answer in time, if a bad one.
            late.remove(entry);
            health = new HealthCheck.Health.Down(String.valueOf(e.getMessage()));
        }
        var millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        return switch (health) {
            case HealthCheck.Health.Up up -> new CheckStatus(entry.owner, name, "ok", "", millis);
            case HealthCheck.Health.Degraded it -> new CheckStatus(entry.owner, name, "degraded", it.why(), millis);
            case HealthCheck.Health.Down it -> new CheckStatus(entry.owner, name, "down", it.why(), millis);
        };
    }

    /** Once may be a machine that is busy elsewhere, no reason to be called down; twice in a row is. */
    private HealthCheck.Health late(Watched entry) {
        var why = "no answer within " + DEADLINE.toSeconds() + " seconds; see what keeps it with 'gw2 logs -e'";
        return late.add(entry) ? new HealthCheck.Health.Degraded(why) : new HealthCheck.Health.Down(why);
    }

    private static String worst(List<CheckStatus> results) {
        if (results.stream().anyMatch(result -> result.status().equals("down"))) return "down";
        return results.stream().anyMatch(result -> result.status().equals("degraded")) ? "degraded" : "ok";
    }
}
