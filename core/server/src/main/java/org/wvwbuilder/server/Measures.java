package org.wvwbuilder.server;

import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.wvwbuilder.data.DataHost;
import org.wvwbuilder.data.Traffic;
import org.wvwbuilder.http.HttpServer;
import org.wvwbuilder.kernel.Kernel;
import org.wvwbuilder.plugin.Jobs;
import org.wvwbuilder.plugin.Platform.PluginActivity;

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
            if (kernel.platform().activity(plugin.id()).isPresent()) activity(http, kernel, plugin.id());
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

    /** Of each plugin that was found; there are only so many. */
    private static void activity(HttpServer http, Kernel kernel, String id) {
        count(http, kernel, id, "requests", "Requests to the plugin that were answered", PluginActivity::requests);
        count(http, kernel, id, "errors", "Requests to the plugin that ended with 5xx", PluginActivity::errors);
        count(http, kernel, id, "slow", "Calls into the plugin longer than plugins.slow", PluginActivity::slow);
        count(
                http,
                kernel,
                id,
                "interrupted",
                "Calls into the plugin that were interrupted as they took too long",
                PluginActivity::interrupted);
        show(http, kernel, id, "calls", "Calls into the plugin under way", PluginActivity::underWay);
        show(http, kernel, id, "stuck", "Calls that were interrupted and go on", PluginActivity::stuck);
        show(
                http,
                kernel,
                id,
                "threads",
                "Threads that the plugin started",
                it -> it.threads().size());
    }

    private static void count(
            HttpServer http,
            Kernel kernel,
            String id,
            String name,
            String description,
            ToLongFunction<PluginActivity> value) {
        http.count(
                "plugin." + name,
                description,
                Map.of("plugin", id),
                () -> kernel.platform().activity(id).map(value::applyAsLong).orElse(0L));
    }

    private static void show(
            HttpServer http,
            Kernel kernel,
            String id,
            String name,
            String description,
            ToIntFunction<PluginActivity> value) {
        http.show(
                "plugin." + name,
                "",
                description,
                Map.of("plugin", id),
                () -> kernel.platform().activity(id).map(value::applyAsInt).orElse(0));
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
