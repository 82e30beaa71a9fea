package org.wvwbuilder.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a running server writes down about itself once a minute, for whoever may read its data folder: the operator needs
 * no account to see it, and sees it when the server is gone.
 *
 * @param engine {@code SQLite 3.50.4}
 * @param schema {@code auth 5, builds 4}
 */
public record Bulletin(
        Instant at,
        String version,
        String java,
        String engine,
        String schema,
        long databaseBytes,
        String status,
        List<CheckBrief> checks,
        List<JobBrief> jobs) {

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

    /** The newest run of what makes backups, whichever plugin that is. */
    public Optional<JobBrief> backup() {
        return jobs.stream()
                .filter(job -> job.name().startsWith("backup/") && job.ended().isPresent())
                .max((one, other) -> one.ended().get().compareTo(other.ended().get()));
    }

    /** Reads what was written; empty when there is nothing, or nothing that makes sense. */
    public static Optional<Bulletin> read(Path file) {
        try {
            if (JsonReader.read(Files.readString(file)) instanceof Map<?, ?> map) return Optional.of(of(map));
        } catch (IOException | IllegalArgumentException | DateTimeException nothing) {
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
                map.get("database_bytes") instanceof Long bytes ? bytes : 0,
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
                        .toList());
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
