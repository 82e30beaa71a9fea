package org.wvwbuilder.data;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.wvwbuilder.plugin.DatabaseCopies.Restored;
import org.wvwbuilder.plugin.DatabaseCopies.Restored.Outcome;

/**
 * A restore that is to be carried out before the database is opened next, or to be taken back, written down in the data
 * folder.
 *
 * @param name what people call the backup
 * @param staged the proven copy, in the data folder
 * @param sentinel what the copy is known by
 * @param safety where the database from before will lie
 * @param refused why the database from before is to be put back; empty while it is to be carried out
 */
record PendingRestore(String name, Path staged, String sentinel, Path safety, Optional<String> refused) {
    private static final String JOURNAL = "restore.pending";
    private static final String OUTCOME = "restore.outcome";
    private static final String UNTRIED = "restore.untried";
    private static final String DONE = "restore.done";

    static Optional<PendingRestore> in(Path directory) throws IOException {
        return read(directory.resolve(JOURNAL))
                .map(values -> new PendingRestore(
                        values.getProperty("name"),
                        directory.resolve(values.getProperty("staged")),
                        values.getProperty("sentinel"),
                        directory.resolve(values.getProperty("safety")),
                        Optional.ofNullable(values.getProperty("refused"))));
    }

    PendingRestore refused(String why) {
        return new PendingRestore(name, staged, sentinel, safety, Optional.of(why));
    }

    /** From now on the next start carries it out. */
    void write(Path directory) throws IOException {
        var values = new Properties();
        values.setProperty("name", name);
        values.setProperty("staged", staged.getFileName().toString());
        values.setProperty("sentinel", sentinel);
        values.setProperty("safety", safety.getFileName().toString());
        refused.ifPresent(why -> values.setProperty("refused", why));
        write(directory.resolve(JOURNAL), values);
    }

    static void forget(Path directory) throws IOException {
        Durable.delete(directory.resolve(JOURNAL));
    }

    static Optional<Restored> outcome(Path directory) throws IOException {
        return restored(directory.resolve(OUTCOME));
    }

    static void tell(Path directory, Restored restored) throws IOException {
        write(directory.resolve(OUTCOME), values(restored));
    }

    /** Notes one as carried out, and as not tried by a server yet. */
    static void done(Path directory, Restored restored) throws IOException {
        write(directory.resolve(DONE), values(restored));
        write(directory.resolve(UNTRIED), values(restored));
    }

    /** The last one that was carried out, whatever was asked for since. */
    static Optional<Restored> done(Path directory) throws IOException {
        return restored(directory.resolve(DONE));
    }

    static Optional<Restored> untried(Path directory) throws IOException {
        return restored(directory.resolve(UNTRIED));
    }

    static void tried(Path directory) throws IOException {
        Durable.delete(directory.resolve(UNTRIED));
    }

    private static Optional<Restored> restored(Path file) throws IOException {
        return read(file)
                .map(values -> new Restored(
                        values.getProperty("name"),
                        Instant.parse(values.getProperty("at")),
                        Outcome.valueOf(values.getProperty("outcome")),
                        values.getProperty("detail"),
                        Optional.ofNullable(values.getProperty("safety")).map(Path::of)));
    }

    private static Properties values(Restored restored) {
        var values = new Properties();
        values.setProperty("name", restored.name());
        values.setProperty("at", restored.at().toString());
        values.setProperty("outcome", restored.outcome().name());
        values.setProperty("detail", restored.detail());
        restored.safetyCopy().ifPresent(path -> values.setProperty("safety", path.toString()));
        return values;
    }

    private static Optional<Properties> read(Path file) throws IOException {
        try {
            var values = new Properties();
            values.load(new StringReader(Files.readString(file)));
            return Optional.of(values);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    private static void write(Path file, Properties values) throws IOException {
        var text = new StringWriter();
        values.store(text, null);
        var part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, text.toString());
        Durable.move(part, file);
    }
}
