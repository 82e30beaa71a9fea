package org.wvwbuilder.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.wvwbuilder.data.Copies;
import org.wvwbuilder.data.DataConfig;
import org.wvwbuilder.data.DatabaseConfig;
import org.wvwbuilder.testing.TestDatabase;

/** Proves a copy and stops in the midst of it: a process that can be killed there. */
final class DrillOnce {
    static final String REACHED = "in the midst";

    private DrillOnce() {}

    /** @param arguments data folder, file of the copy, address of the database, its user, its password */
    public static void main(String[] arguments) throws Exception {
        copies(
                        Path.of(arguments[0]),
                        new DatabaseConfig(
                                Optional.of(arguments[2]),
                                Optional.of(arguments[3]),
                                Optional.of(arguments[4]),
                                4,
                                Duration.ofSeconds(10)))
                .prove(Path.of(arguments[1]), (done, total) -> {
                    if (done == 1) stop();
                });
    }

    private static void stop() {
        System.out.println(REACHED);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException nobody) {
            throw new IllegalStateException(nobody);
        }
    }

    static Copies copies(TestDatabase place) throws Exception {
        return copies(
                place.directory(),
                new DatabaseConfig(place.url(), place.user(), place.password(), 4, Duration.ofSeconds(10)));
    }

    private static Copies copies(Path directory, DatabaseConfig database) throws Exception {
        return Copies.of(
                new DataConfig(directory, 1),
                database,
                InstantSource.system(),
                "1.0.0-test",
                List.of(World.BANK),
                () -> {
                    throw new IllegalStateException("nothing is restored here");
                });
    }
}
