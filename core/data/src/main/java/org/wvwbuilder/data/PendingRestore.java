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
 * A restore that is to be carried out before the database is opened next, written down in the data folder.
 *
 * @param name what people call the backup
 * @param staged the proven copy, in the data folder
 * @param sentinel what the copy is known by
 * @param safety where the database from before will lie
 */
record PendingRestore(String name, Path staged, String sentinel, Path safety) {
    private static final String JOURNAL = "restore.pending";
    private static final String OUTCOME = "restore.outcome";

    static Optional<PendingRestore> in(Path directory) throws IOException {
        return read(directory.resolve(JOURNAL))
                .map(values -> new PendingRestore(
                        values.getProperty("name"),
                        directory.resolve(values.getProperty("staged")),
                        values.getProperty("sentinel"),
                        directory.resolve(values.getProperty("safety"))));
    }

    /** From now on the next start carries it out. */
    void write(Path directory) throws IOException {
        var values = new Properties();
        values.setProperty("name", name);
        values.setProperty("staged", staged.getFileName().toString());
        values.setProperty("sentinel", sentinel);
        values.setProperty("safety", safety.getFileName().toString());
        write(directory.resolve(JOURNAL), values);
    }

    static void forget(Path directory) throws IOException {
        Durable.delete(directory.resolve(JOURNAL));
    }

    static Optional<Restored> outcome(Path directory) throws IOException {
        return read(directory.resolve(OUTCOME))
                .map(values -> new Restored(
                        values.getProperty("name"),
                        Instant.parse(values.getProperty("at")),
                        Outcome.valueOf(values.getProperty("outcome")),
                        values.getProperty("detail"),
                        Optional.ofNullable(values.getProperty("safety")).map(Path::of)));
    }

    static void tell(Path directory, Restored restored) throws IOException {
        var values = new Properties();
        values.setProperty("name", restored.name());
        values.setProperty("at", restored.at().toString());
        values.setProperty("outcome", restored.outcome().name());
        values.setProperty("detail", restored.detail());
        restored.safetyCopy().ifPresent(path -> values.setProperty("safety", path.toString()));
        write(directory.resolve(OUTCOME), values);
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
