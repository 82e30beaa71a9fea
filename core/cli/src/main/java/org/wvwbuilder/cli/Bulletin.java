package org.wvwbuilder.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.cli.Backstage.Lock;
import org.wvwbuilder.cli.Backstage.Whereabouts;
import org.wvwbuilder.plugin.Platform.PluginActivity;
import org.wvwbuilder.plugin.Platform.PluginStatus;

/**
 * What a running server tells about itself when it is asked, and writes down every twenty seconds, for whoever may read its data
 * folder: the operator needs no account to see it, and sees it when the server is gone.
 *
 * @param engine {@code SQLite 3.50.4}
 * @param schema {@code auth 5, builds 4}
 * @param pluginsNotRunning the refused ones; empty when an older version wrote this
 * @param plugins all that were found; empty when an older version wrote this
 * @param provenBackup when the newest backup was made that a restore drill proved
 */
public record Bulletin(
        Instant at,
        String version,
        String java,
        String engine,
        String schema,
        long databaseBytes,
        Optional<Instant> provenBackup,
        String status,
        List<CheckBrief> checks,
        List<JobBrief> jobs,
        Optional<List<PluginStatus>> pluginsNotRunning,
        List<PluginBrief> plugins) {

    /**
     * A plugin and what it did since the start.
     *
     * @param version empty when an older version wrote this
     * @param activity empty when it could not be called
     */
    public record PluginBrief(String id, String version, String state, Optional<PluginActivity> activity) {}

    /** A health check that is not ok. */
    public record CheckBrief(String name, String status, String why) {}

    /**
     * A job and its last run.
     *
     * @param outcome empty when it never ran
     */
    public record JobBrief(
            String name, Optional<Instant> next, String outcome, Optional<Instant> ended, String detail) {

        boolean failed() {
            return outcome.equals("failed") || outcome.equals("lost");
        }
    }

    /** The scheduled backup, if it failed last time. */
    public Optional<JobBrief> failedBackup() {
        return jobs.stream()
                .filter(job -> job.name().startsWith("backup/") && job.failed())
                .findFirst();
    }

    /** What the server that runs at a place wrote since it became ready; empty when none runs, or it wrote nothing yet. */
    static Optional<Bulletin> ofRunning(Whereabouts place) {
        if (place.lock() != Lock.HELD) return Optional.empty();
        return now(place.bulletin()).filter(told -> told.isOf(place));
    }

    /** Whether it is of the server that runs there, not of one before. */
    boolean isOf(Whereabouts place) {
        return place.lock() == Lock.HELD && place.since().filter(at::isAfter).isPresent();
    }

    /** What it says of a plugin that was refused, or failed. */
    Optional<PluginStatus> notRunning(String id) {
        return pluginsNotRunning.stream()
                .flatMap(List::stream)
                .filter(plugin -> plugin.id().equals(id))
                .findFirst();
    }

    /** Where a running server tells this when it is asked, beside the file that it writes. */
    public static Path socket(Path file) {
        return file.resolveSibling("server.sock");
    }

    /** What a running server says now; where none answers, what one wrote last. */
    public static Optional<Bulletin> now(Path file) {
        return Enquiry.at(socket(file)).flatMap(Bulletin::of).or(() -> read(file));
    }

    /** Reads what was written; empty when there is nothing, or nothing that makes sense. */
    static Optional<Bulletin> read(Path file) {
        try {
            return of(Files.readString(file));
        } catch (IOException nothing) {
            return Optional.empty();
        }
    }

    private static Optional<Bulletin> of(String text) {
        try {
            if (JsonReader.read(text) instanceof Map<?, ?> map) return Optional.of(of(map));
        } catch (IllegalArgumentException | DateTimeException nonsense) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Bulletin of(Map<?, ?> map) {
        return new Bulletin(
                instant(map, "at").orElseThrow(() -> new IllegalArgumentException("no time")),
                text(map, "version"),
                text(map, "java"),
                text(map, "engine"),
                text(map, "schema"),
                number(map, "database_bytes"),
                instant(map, "proven_backup"),
                text(map, "status"),
                maps(map, "checks").stream()
                        .map(check -> new CheckBrief(text(check, "name"), text(check, "status"), text(check, "why")))
                        .toList(),
                maps(map, "jobs").stream()
                        .map(job -> new JobBrief(
                                text(job, "name"),
                                instant(job, "next"),
                                text(job, "outcome"),
                                instant(job, "ended"),
                                text(job, "detail")))
                        .toList(),
                map.containsKey("plugins_not_running")
                        ? Optional.of(maps(map, "plugins_not_running").stream()
                                .map(Bulletin::plugin)
                                .toList())
                        : Optional.empty(),
                maps(map, "plugins").stream()
                        .map(plugin -> new PluginBrief(
                                text(plugin, "id"), text(plugin, "version"), text(plugin, "state"), activity(plugin)))
                        .toList());
    }

    private static Optional<PluginActivity> activity(Map<?, ?> plugin) {
        if (!(plugin.get("activity") instanceof Map<?, ?> told)) return Optional.empty();
        var threads = told.get("threads") instanceof List<?> names ? names : List.of();
        return Optional.of(new PluginActivity(
                number(told, "requests"),
                number(told, "errors"),
                number(told, "slow"),
                number(told, "interrupted"),
                (int) number(told, "under_way"),
                (int) number(told, "stuck"),
                threads.stream().map(String::valueOf).toList()));
    }

    private static long number(Map<?, ?> map, String name) {
        return map.get(name) instanceof Long number ? number : 0;
    }

    private static PluginStatus plugin(Map<?, ?> map) {
        return new PluginStatus(
                text(map, "id"),
                text(map, "title"),
                text(map, "version"),
                text(map, "state"),
                Boolean.TRUE.equals(map.get("bundled")),
                text(map, "reason"),
                text(map, "remedy"),
                Map.of());
    }

    private static String text(Map<?, ?> map, String name) {
        return map.get(name) instanceof String text ? text : "";
    }

    private static Optional<Instant> instant(Map<?, ?> map, String name) {
        var text = text(map, name);
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    }

    private static List<Map<?, ?>> maps(Map<?, ?> map, String name) {
        if (!(map.get(name) instanceof List<?> items)) return List.of();
        return items.stream()
                .filter(Map.class::isInstance)
                .<Map<?, ?>>map(item -> (Map<?, ?>) item)
                .toList();
    }
}
