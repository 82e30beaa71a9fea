package org.wvwbuilder.tools.fuzzer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What is asked of a run.
 *
 * @param home the unpacked distribution
 * @param folder where the report goes, and the server's data meanwhile
 * @param requests how many at most
 * @param time how long at most
 * @param only attacks operations whose name contains it
 * @param database settings of an empty PostgreSQL; none for SQLite
 */
record Settings(
        Path home, Path folder, long seed, long requests, Duration time, String only, Map<String, String> database) {
    private static final List<String> DATABASE = List.of("url", "user", "password");

    static Settings ofSystemProperties() {
        return new Settings(
                Path.of(System.getProperty("fuzz.home")),
                Path.of(System.getProperty("fuzz.folder")),
                number("fuzz.seed", ThreadLocalRandom.current().nextLong(1_000_000_000)),
                number("fuzz.requests", 20_000),
                Duration.ofMinutes(number("fuzz.minutes", 15)),
                System.getProperty("fuzz.only", ""),
                given());
    }

    private static Map<String, String> given() {
        var given = new TreeMap<String, String>();
        for (var name : DATABASE) {
            var value = System.getProperty("fuzz.database." + name, "");
            if (!value.isBlank()) given.put(name, value);
        }
        return given;
    }

    private static long number(String name, long otherwise) {
        var value = System.getProperty(name, "");
        return value.isBlank() ? otherwise : Long.parseLong(value.strip());
    }
}
