package org.wvwbuilder.plugin.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wvwbuilder.plugin.Database.Engine;

/**
 * What the last release of a plugin left in databases, in a folder that its author keeps with the tests: the file
 * {@code release} with its version, a copy of each migration that people have, and beside each, as {@code V2.rows.sql},
 * statements that fill the tables as they are then.
 */
record Released(Path folder) {
    private static final String RELEASE = "release";
    private static final Pattern MIGRATION = Pattern.compile("V(\\d+)__.*\\.sql");
    private static final Pattern ROWS = Pattern.compile("V(\\d+)\\.rows\\.sql");

    static Released in(Path folder) {
        return new Released(folder.toAbsolutePath().normalize());
    }

    boolean isRecorded() {
        return Files.exists(folder.resolve(RELEASE));
    }

    /** Its version. */
    String name() {
        return read(folder.resolve(RELEASE)).strip();
    }

    /**
     * Writes down what is about to be released. Rows are written by hand, and stay.
     *
     * @param migrations the text of each, by its path below {@code META-INF/wvw/migrations}
     */
    void record(String version, Map<String, String> migrations) {
        try {
            for (var migration : migrations.entrySet()) {
                var file = folder.resolve(migration.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, migration.getValue());
            }
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(RELEASE), version + "\n");
        } catch (IOException refused) {
            throw new UncheckedIOException("the release cannot be recorded in " + folder, refused);
        }
    }

    /** What people have is never changed: their databases were made by it. */
    void assertKept(Map<String, String> migrations) {
        assertFit();
        for (var released : files().entrySet()) {
            var name = released.getKey();
            if (!MIGRATION.matcher(last(name)).matches()) continue;
            var now = migrations.get(name);
            assertTrue(
                    now != null,
                    () -> "release " + name() + " had the migration " + name + ", which is gone: bring it back from "
                            + folder);
            assertEquals(
                    released.getValue().lines().toList(),
                    now.lines().toList(),
                    () -> "the migration " + name + " is not as release " + name()
                            + " had it, and databases that ran it refuse it: bring it back from " + folder
                            + ", and write a new one");
        }
    }

    /** The migrations that it had on an engine, by version: the name of each, and its text. */
    SortedMap<Integer, Map.Entry<String, String>> scripts(Engine engine) {
        return of(engine, MIGRATION);
    }

    /** Statements that fill the tables on an engine, by the version that they fit. */
    SortedMap<Integer, String> rows(Engine engine) {
        var texts = new TreeMap<Integer, String>();
        of(engine, ROWS).forEach((version, file) -> texts.put(version, file.getValue()));
        return texts;
    }

    /** A file of rows that fits no version would be left out without a word. */
    private void assertFit() {
        for (var engine : Engine.values()) {
            var lost = new TreeSet<>(rows(engine).keySet());
            lost.removeAll(scripts(engine).keySet());
            assertTrue(
                    lost.isEmpty(),
                    () -> "there are rows for the versions " + lost + " on " + engine + ", but release " + name()
                            + " had no such migrations: name the files in " + folder + " after those");
        }
    }

    private SortedMap<Integer, Map.Entry<String, String>> of(Engine engine, Pattern kind) {
        var found = new TreeMap<Integer, Map.Entry<String, String>>();
        for (var file : files().entrySet()) {
            var name = file.getKey();
            var version = kind.matcher(last(name));
            if (!version.matches()) continue;
            if (name.contains("/") && !name.startsWith(engine.name().toLowerCase(Locale.ROOT) + "/")) continue;
            found.put(Integer.valueOf(version.group(1)), Map.entry(last(name), file.getValue()));
        }
        return found;
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private Map<String, String> files() {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".sql"))
                    .collect(Collectors.toMap(
                            file -> folder.relativize(file).toString().replace('\\', '/'), Released::read));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot be read: " + file, unreadable);
        }
    }
}
