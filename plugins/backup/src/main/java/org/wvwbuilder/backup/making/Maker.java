package org.wvwbuilder.backup.making;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.backup.archive.Archive;
import org.wvwbuilder.backup.archive.ArchiveFault;
import org.wvwbuilder.backup.archive.ArchiveWriter;
import org.wvwbuilder.backup.archive.Description;
import org.wvwbuilder.backup.saying.Saying;
import org.wvwbuilder.backup.shelf.Note;
import org.wvwbuilder.backup.shelf.Shelf;
import org.wvwbuilder.plugin.DatabaseCopies;
import org.wvwbuilder.plugin.DatabaseCopies.Contents;

/** Makes one backup. Its caller holds the lock of the shelf. */
public record Maker(Shelf shelf, DatabaseCopies copies, InstantSource clock) {
    /** Below a tenth of what was there it is more likely that the data were lost than that they were deleted. */
    private static final int SHRUNK = 10;

    private static final long TOO_FEW_TO_JUDGE = 200;

    /**
     * What is wanted.
     *
     * @param by as in {@link Note}
     * @param evenShrunk whether most of the rows may be gone since the last one
     */
    public record Order(String id, String by, boolean evenShrunk) {}

    /**
     * Copies, packs, and proves by a drill; then, and only then, puts it on the shelf. When it fails, the shelf is as it
     * was, and so is the note that is returned but for its failure.
     */
    public Note make(Order order, Journey journey) throws IOException {
        var began = System.nanoTime();
        var created = clock.instant();
        var work = shelf.workFolder(order.id());
        try {
            var archive = pack(order, created, work, journey);
            Files.delete(work.resolve(file()));
            var passed = new Drill(copies).run(archive.file(), work.resolve("drill"), journey);
            var note = new Note(
                    order.id(),
                    passed.manifest().content().created(),
                    order.by(),
                    copies.engine(),
                    copies.version(),
                    archive.bytes(),
                    archive.sha256(),
                    rows(passed.contents()),
                    Duration.ofNanos(System.nanoTime() - began),
                    clock.instant(),
                    passed.proofs(),
                    "");
            shelf.put(note, archive.file());
            return note;
        } finally {
            Shelf.delete(work);
        }
    }

    private String file() {
        return copies.engine().equals("sqlite") ? "database.db" : "database.dump";
    }

    private Archive pack(Order order, Instant created, Path work, Journey journey) throws IOException {
        var copy = work.resolve(file());
        var contents = copies.copy(copy, (done, total) -> journey.at("copy", done, total));
        refuseNothing(contents);
        if (!order.evenShrunk()) refuseShrunk(contents);
        var description = new Description(
                copies.version(),
                copies.engine(),
                created,
                Drill.texts(contents.schemas()),
                contents.rows(),
                Map.of(Drill.SENTINEL, contents.sentinel()));
        var files = new LinkedHashMap<String, Path>();
        files.put(file(), copy);
        return ArchiveWriter.write(
                work.resolve(order.id() + ".tar.gz"),
                description,
                files,
                (done, total) -> journey.at("pack", done, total));
    }

    private static void refuseNothing(Contents contents) {
        boolean any = contents.rows().entrySet().stream()
                .anyMatch(table -> table.getValue() > 0 && !ofServer(table.getKey()));
        if (any && !contents.schemas().isEmpty()) return;
        throw new ArchiveFault(Saying.NOTHING.of());
    }

    private static boolean ofServer(String table) {
        return table.endsWith("schema_history") || table.startsWith("data_") || table.startsWith("jobs_");
    }

    /** An empty database must not push out the backups of the full one. */
    private void refuseShrunk(Contents contents) throws IOException {
        var last = newestProven(shelf.notes(), clock.instant());
        if (last.isEmpty() || last.get().rows() < TOO_FEW_TO_JUDGE) return;
        long rows = rows(contents);
        if (rows >= last.get().rows() / SHRUNK) return;
        throw new ArchiveFault(
                Saying.SHRUNK.of(rows, last.get().id(), last.get().rows()));
    }

    /** The newest that passed its drill. One whose date is still to come tells nothing of today. */
    public static Optional<Note> newestProven(List<Note> notes, Instant now) {
        return notes.stream()
                .filter(Note::proven)
                .filter(note -> !note.created().isAfter(now))
                .findFirst();
    }

    private static long rows(Contents contents) {
        return contents.rows().values().stream().mapToLong(Long::longValue).sum();
    }
}
