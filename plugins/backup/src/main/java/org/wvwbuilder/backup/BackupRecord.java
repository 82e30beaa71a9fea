package org.wvwbuilder.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wvwbuilder.backup.Backups.Task;
import org.wvwbuilder.backup.saying.Saying;
import org.wvwbuilder.backup.saying.Told;
import org.wvwbuilder.backup.shelf.Note;
import org.wvwbuilder.plugin.Doc;

/** A backup as programs and people are shown it. */
@Doc("A backup.")
public record BackupRecord(
        String id,
        @Doc("When the state was taken that it holds.") Instant created,
        @Doc("running, verified, unverified or failed.") String state,

        @Doc("schedule, hand, or copy for a file that was put into the folder.")
        String by,

        @Doc("sqlite or postgresql.") String engine,
        @Doc("The server's version that made it.") String product,
        @Doc("Of its file, in bytes.") long size,
        @Doc("Of its file, as sha256sum prints it.") String sha256,
        @Doc("In all tables together.") long rows,
        @Doc("How long it took to make, in seconds.") double seconds,
        @Doc("Whether a restore drill proved it.") boolean verified,
        @Doc("When the drill last succeeded.") Optional<Instant> verifiedAt,
        @Doc("What the drill proved.") List<String> drill,
        @Doc("Why it is no backup, and what to do.") Optional<String> failure,
        @Doc("The rules of the retention that keep it.") List<String> keptBecause,

        @Doc("The same as drill, kept_because, failure and offsite, by codes.")
        Sentences told,

        @Doc("Its sealed copies outside of this machine, by the place: verified, copied, or failed and why.")
        Map<String, String> offsite,

        @Doc("What is being done with it now.") Optional<Progress> progress) {

    @Doc("What is told of a backup, by codes.")
    public record Sentences(
            List<Told> drill,
            List<Told> keptBecause,
            Optional<Told> failure,

            @Doc("What became of each copy, without the word that it failed.")
            Map<String, Told> offsite) {
        static Sentences of(List<String> drill, List<String> reasons, String failure, Map<String, String> elsewhere) {
            var copies = new TreeMap<String, Told>();
            elsewhere.forEach((place, state) -> copies.put(place, Saying.told(reason(state))));
            return new Sentences(
                    drill.stream().map(Saying::told).toList(),
                    reasons.stream().map(Saying::told).toList(),
                    Optional.of(failure).filter(text -> !text.isEmpty()).map(Saying::told),
                    copies);
        }

        private static String reason(String state) {
            return state.startsWith(Elsewhere.FAILED) ? state.substring(Elsewhere.FAILED.length()) : state;
        }
    }

    @Doc("How far something is.")
    public record Progress(
            @Doc("make, verify or restore.") String task,
            @Doc("begin, copy, pack, unpack or prove.") String phase,
            @Doc("Of total, in a unit of the phase's own.") long done,
            long total) {
        static Progress of(Task task) {
            var step = task.journey().step();
            return new Progress(task.what(), step.phase(), step.done(), step.total());
        }
    }

    /** One that is being made. */
    static BackupRecord of(Task task) {
        return new BackupRecord(
                task.id(),
                task.began(),
                "running",
                "",
                "",
                "",
                0,
                "",
                0,
                0,
                false,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Sentences.of(List.of(), List.of(), "", Map.of()),
                Map.of(),
                Optional.of(Progress.of(task)));
    }

    static BackupRecord of(Note note, boolean present, List<String> reasons, Optional<Task> running) {
        var state = !present ? "failed" : note.proven() ? "verified" : "unverified";
        return new BackupRecord(
                note.id(),
                note.created(),
                state,
                note.by(),
                note.engine(),
                note.product(),
                note.size(),
                note.sha256(),
                note.rows(),
                seconds(note.took()),
                note.proven(),
                Optional.of(note.verified()).filter(at -> at.isAfter(Instant.EPOCH)),
                note.drill(),
                Optional.of(note.failure()).filter(text -> !text.isEmpty()),
                reasons,
                Sentences.of(note.drill(), reasons, note.failure(), note.elsewhere()),
                note.elsewhere(),
                running.filter(task -> task.id().equals(note.id())).map(Progress::of));
    }

    private static double seconds(Duration took) {
        return took.toMillis() / 1000.0;
    }

    /** One line for a reader. */
    String line() {
        var size = this.size < 10_000_000
                ? this.size / 1000 + " kB"
                : String.format(Locale.ROOT, "%.1f MB", this.size / 1e6);
        var places = new StringBuilder(failure.orElse(String.join(", ", keptBecause)));
        offsite.forEach(
                (place, copy) -> places.append("; ").append(place).append(": ").append(copy));
        return String.format(Locale.ROOT, "%-21s  %-10s  %10s  %9d rows  %s", id, state, size, rows, places);
    }
}
