package org.wvwbuilder.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * Takes copies of the whole database, proves them, and puts one in its place. Offered by the server, to commands too:
 * {@code context.find(DatabaseCopies.class)}. It works beside a running server and without one. On SQLite a copy is a
 * database file, on PostgreSQL a dump in custom format. The messages of its exceptions say what to do.
 *
 * {@snippet lang=java :
 * var copies = context.find(DatabaseCopies.class).orElseThrow();
 * var file = context.directory().resolve("before-the-import");
 * copies.copy(file, (done, total) -> context.log().log(System.Logger.Level.INFO, done + " of " + total));
 * }
 */
@API(status = API.Status.EXPERIMENTAL, since = "1.0")
public interface DatabaseCopies {

    /** What the database is kept by: {@code sqlite} or {@code postgresql}. */
    String engine();

    /** The server's version, which made the tables. */
    String version();

    /**
     * Whether a server works with the database now, by whom a long task must leave the machine some room: always true
     * within one, and false for a command beside which none runs.
     */
    boolean served();

    /**
     * Writes one consistent state of the database into a new file, safe on disk on return. Writers go on meanwhile. A
     * mark written just before stands in it.
     *
     * @throws IOException when there is no database, or it cannot be copied; the file is gone then
     */
    Contents copy(Path file, Progress progress) throws IOException;

    /**
     * Opens a copy as the engine would and checks all of it: structure, foreign keys, and what is in it.
     *
     * @throws IOException when it is damaged
     */
    Contents prove(Path file, Progress progress) throws IOException;

    /** Why a copy with these contents cannot become this server's database; empty when it can. */
    Optional<String> obstacle(Contents contents);

    /**
     * Makes a proven copy the database. Beside a running server this happens when that starts again, which it does by
     * itself; without one at once. What was there before stays beside it as a safety copy.
     *
     * @param file a copy; it is not changed
     * @param contents as {@link #prove} told them
     * @param name what people call it, for logs and {@link #lastRestore}
     * @return how it went; {@code PENDING} within the server, which is about to start again
     * @throws IOException when it cannot be prepared; nothing was changed then
     */
    Restored restore(Path file, Contents contents, String name) throws IOException;

    /** How the last restore went, if there was one. */
    Optional<Restored> lastRestore();

    /**
     * When a backup last became the database, whether or not another restore was refused since. What is older came back
     * with the backup, or was there before.
     */
    Optional<Instant> restoredAt();

    /**
     * What is in a copy.
     *
     * @param engine as {@link #engine} names it
     * @param sentinel the mark that was written just before it was taken
     * @param schemas the version of each owner's tables, by their prefix without its last underscore
     * @param rows how many rows each table has
     */
    record Contents(String engine, String sentinel, Map<String, Integer> schemas, Map<String, Long> rows) {
        public Contents {
            schemas = Collections.unmodifiableMap(new TreeMap<>(schemas));
            rows = Collections.unmodifiableMap(new TreeMap<>(rows));
        }
    }

    /**
     * How a restore went.
     *
     * @param name what people call the copy
     * @param detail one sentence; for {@code REFUSED} why the database is the one from before
     * @param safetyCopy where the database from before lies
     */
    record Restored(String name, Instant at, Outcome outcome, String detail, Optional<Path> safetyCopy) {
        /** What became of it. */
        public enum Outcome {
            /** The server's next start carries it out. */
            PENDING,
            /** The copy is the database now. */
            DONE,
            /** The database is the one from before. */
            REFUSED
        }
    }

    /** Hears how far something long is, in whatever unit; now and then, not for each step. */
    @FunctionalInterface
    interface Progress {
        void at(long done, long total);
    }
}
