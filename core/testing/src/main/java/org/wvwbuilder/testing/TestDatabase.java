package org.wvwbuilder.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.wvwbuilder.plugin.Database;

/**
 * A fresh, empty database for one test, gone when closed.
 *
 * @param directory for {@code data.directory}; on SQLite the file comes to lie here
 * @param url for {@code database.url}; empty on SQLite
 * @param user for {@code database.user}; empty on SQLite
 * @param password for {@code database.password}; empty on SQLite
 */
public record TestDatabase(
        Database.Engine engine, Path directory, Optional<String> url, Optional<String> user, Optional<String> password)
        implements AutoCloseable {

    public static TestDatabase sqlite() {
        return sqlite(directoryOf("sqlite"));
    }

    /** In a folder of the test's choice. */
    public static TestDatabase sqlite(Path directory) {
        return new TestDatabase(
                Database.Engine.SQLITE, directory, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static TestDatabase postgresql() {
        return Postgres.shared().database(directoryOf("postgresql"));
    }

    @Override
    public void close() {
        url.ifPresent(gone -> Postgres.shared().drop(gone));
        delete(directory);
    }

    @Override
    public String toString() {
        return engine.name().toLowerCase(Locale.ROOT);
    }

    private static Path directoryOf(String engine) {
        try {
            return Files.createTempDirectory("wvw-" + engine + "-");
        } catch (IOException full) {
            throw new AssertionError("no temporary folder could be made: " + full.getMessage(), full);
        }
    }

    static void delete(Path directory) {
        if (Files.notExists(directory)) return;
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException left) {
            throw new AssertionError(directory + " could not be removed: " + left.getMessage(), left);
        }
    }
}
