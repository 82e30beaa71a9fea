package org.wvwbuilder.tools.fuzzer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What is asked of a run.
 *
 * @param home the unpacked distribution
 * @param folder where the report goes, and the server's data meanwhile
 * @param requests how many at most
 * @param time how long at most
 * @param only attacks operations whose name contains it
 */
record Settings(Path home, Path folder, long seed, long requests, Duration time, String only) {

    static Settings ofSystemProperties() {
        return new Settings(
                Path.of(System.getProperty("fuzz.home")),
                Path.of(System.getProperty("fuzz.folder")),
                number("fuzz.seed", ThreadLocalRandom.current().nextLong(1_000_000_000)),
                number("fuzz.requests", 20_000),
                Duration.ofMinutes(number("fuzz.minutes", 15)),
                System.getProperty("fuzz.only", ""));
    }

    private static long number(String name, long otherwise) {
        var value = System.getProperty(name, "");
        return value.isBlank() ? otherwise : Long.parseLong(value.strip());
    }
}
