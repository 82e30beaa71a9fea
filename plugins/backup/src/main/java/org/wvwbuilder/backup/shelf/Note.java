package org.wvwbuilder.backup.shelf;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wvwbuilder.backup.archive.Archive;
import org.wvwbuilder.backup.archive.Description;

/**
 * What is written beside a backup once it has been proven, or in its place when it could not be made.
 *
 * @param id of the backup; its file is {@code <id>.tar.gz}
 * @param by who wanted it: {@code schedule}, {@code hand}, or {@code copy} for a file that was put there
 * @param size of its file in bytes, 0 without one
 * @param sha256 of its file, empty without one
 * @param rows in all tables together
 * @param verified when the drill last succeeded; EPOCH for never
 * @param drill what the drill held against the manifest, one sentence each
 * @param failure why there is no backup of this id, or why it cannot be trusted; empty when all is well
 * @param elsewhere what became of its copies outside of this machine, by the name of the place
 */
public record Note(
        String id,
        Instant created,
        String by,
        String engine,
        String product,
        long size,
        String sha256,
        long rows,
        Duration took,
        Instant verified,
        List<String> drill,
        String failure,
        Map<String, String> elsewhere) {
    public Note {
        drill = List.copyOf(drill);
        elsewhere = Collections.unmodifiableMap(new TreeMap<>(elsewhere));
    }

    /** One without copies. */
    public Note(
            String id,
            Instant created,
            String by,
            String engine,
            String product,
            long size,
            String sha256,
            long rows,
            Duration took,
            Instant verified,
            List<String> drill,
            String failure) {
        this(id, created, by, engine, product, size, sha256, rows, took, verified, drill, failure, Map.of());
    }

    /** One that could not be made. */
    public static Note failed(
            String id, String by, String engine, String product, Instant at, Duration took, String why) {
        return new Note(id, at, by, engine, product, 0, "", 0, took, Instant.EPOCH, List.of(), why);
    }

    public boolean proven() {
        return failure.isEmpty() && verified.isAfter(Instant.EPOCH);
    }

    Note with(Instant verified, List<String> drill, String failure) {
        return new Note(
                id, created, by, engine, product, size, sha256, rows, took, verified, drill, failure, elsewhere);
    }

    /** The same with what became of its copies. */
    public Note copied(Map<String, String> states) {
        return new Note(id, created, by, engine, product, size, sha256, rows, took, verified, drill, failure, states);
    }

    /** One of a file that is there, and of which nobody wrote anything down. */
    static Note found(String id, Instant created, long size, String why) {
        return new Note(
                id, created, "copy", "", "", size, "", 0, Duration.ZERO, Instant.EPOCH, List.of(), why, Map.of());
    }

    /** The same with what its file was found to be. */
    public Note of(Archive archive) {
        return sized(archive.bytes(), archive.sha256()).of(archive.manifest().content());
    }

    private Note sized(long bytes, String sum) {
        return new Note(id, created, by, engine, product, bytes, sum, rows, took, verified, drill, failure, elsewhere);
    }

    /** The same with what its file tells of itself. */
    Note of(Description content) {
        long held = content.rows().values().stream().mapToLong(Long::longValue).sum();
        return new Note(
                id,
                content.created(),
                by,
                content.engine(),
                content.product(),
                size,
                sha256,
                held,
                took,
                verified,
                drill,
                failure,
                elsewhere);
    }

    /** The same after a drill that succeeded. */
    public Note proven(Instant at, List<String> drill) {
        return with(at, drill, "");
    }

    /** The same after a drill that did not. */
    public Note refuted(String why) {
        return with(Instant.EPOCH, List.of(), why);
    }
}
