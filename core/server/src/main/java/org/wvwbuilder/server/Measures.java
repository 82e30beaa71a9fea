package org.wvwbuilder.server;

import java.util.Map;
import java.util.function.ToIntFunction;
import org.wvwbuilder.data.DataHost;
import org.wvwbuilder.data.Traffic;
import org.wvwbuilder.http.HttpServer;
import org.wvwbuilder.kernel.Kernel;
import org.wvwbuilder.plugin.Jobs;

/** What {@code /metrics} tells of the server itself: plugins, checks, events, the database, jobs. */
final class Measures {
    private Measures() {}

    static void show(HttpServer http, Kernel kernel, DataHost data, Jobs jobs) {
        for (var plugin : kernel.platform().plugins()) {
            http.show(
                    "plugin.running",
                    "",
                    "1 while the plugin runs",
                    Map.of("plugin", plugin.id()),
                    () -> running(kernel, plugin.id()));
        }
        http.show(
                "health.status",
                "",
                "2 when all checks are well, 1 when degraded, 0 when down",
                Map.of(),
                () -> switch (kernel.platform().health().status()) {
                    case "ok" -> 2;
                    case "degraded" -> 1;
                    default -> 0;
                });
        http.show(
                "events.dropped",
                "events",
                "Events lost since the start, as a plugin was too slow",
                Map.of(),
                kernel::droppedEvents);
        database(http, data, "read", Traffic::reading, Traffic::readersWaiting);
        database(http, data, "write", Traffic::writing, Traffic::writersWaiting);
        job(http, jobs, "running");
        job(http, jobs, "succeeded");
        job(http, jobs, "failed");
        job(http, jobs, "lost");
    }

    private static double running(Kernel kernel, String id) {
        return kernel.platform().plugins().stream()
                        .anyMatch(plugin ->
                                plugin.id().equals(id) && plugin.state().equals("RUNNING"))
                ? 1
                : 0;
    }

    private static void database(
            HttpServer http, DataHost data, String use, ToIntFunction<Traffic> active, ToIntFunction<Traffic> waiting) {
        http.show(
                "database.active",
                "connections",
                "Connections at work",
                Map.of("use", use),
                () -> active.applyAsInt(data.traffic()));
        http.show(
                "database.waiting",
                "callers",
                "Callers that wait for a connection",
                Map.of("use", use),
                () -> waiting.applyAsInt(data.traffic()));
    }

    private static void job(HttpServer http, Jobs jobs, String outcome) {
        http.show(
                "jobs.last",
                "jobs",
                "Jobs by the outcome of their last run",
                Map.of("outcome", outcome),
                () -> jobs.all().stream()
                        .filter(job -> job.last()
                                .filter(run -> run.outcome().equals(outcome))
                                .isPresent())
                        .count());
    }
}
