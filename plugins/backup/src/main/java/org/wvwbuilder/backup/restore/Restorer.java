package org.wvwbuilder.backup.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.wvwbuilder.backup.archive.ArchiveFault;
import org.wvwbuilder.backup.making.Drill;
import org.wvwbuilder.backup.making.Journey;
import org.wvwbuilder.plugin.DatabaseCopies;
import org.wvwbuilder.plugin.DatabaseCopies.Contents;
import org.wvwbuilder.plugin.DatabaseCopies.Restored;

/** Brings a backup back, or tells only whether that would work. */
public record Restorer(DatabaseCopies copies) {
    private static final byte[] SQLITE = "SQLite format 3\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final byte[] DUMP = "PGDMP".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    /**
     * A copy that may become the database.
     *
     * @param database its file
     * @param contents what is in it
     */
    public record Prepared(Path database, Contents contents) {
        public long rows() {
            return contents.rows().values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * Proves a backup, and that this server can work with it.
     *
     * @param file an archive; or a plain copy of a database, such as the safety copies beside the database
     * @param work a folder to unpack into, which exists
     */
    public Prepared prepare(Path file, Path work, Journey journey) throws IOException {
        var prepared = plain(file) ? copy(file, work, journey) : archive(file, work, journey);
        Optional<String> obstacle = copies.obstacle(prepared.contents());
        if (obstacle.isPresent()) throw new ArchiveFault(obstacle.get());
        return prepared;
    }

    private Prepared archive(Path file, Path work, Journey journey) throws IOException {
        var passed = new Drill(copies).run(file, work.resolve("unpacked"), journey);
        return new Prepared(passed.database(), passed.contents());
    }

    /** To open it where it lies could change it. */
    private Prepared copy(Path file, Path work, Journey journey) throws IOException {
        var copy = work.resolve("copy");
        Files.copy(file, copy);
        var log = Path.of(file + "-wal");
        if (Files.exists(log)) Files.copy(log, Path.of(copy + "-wal"));
        return new Prepared(copy, new Drill(copies).prove(copy, journey));
    }

    private boolean plain(Path file) throws IOException {
        var expected = copies.engine().equals("sqlite") ? SQLITE : DUMP;
        try (var in = Files.newInputStream(file)) {
            return java.util.Arrays.equals(in.readNBytes(expected.length), expected);
        }
    }

    /** Lets it become the database. */
    public Restored restore(Prepared prepared, String name, Journey journey) throws IOException {
        journey.at("restore", 0, 1);
        return copies.restore(prepared.database(), prepared.contents(), name);
    }
}
