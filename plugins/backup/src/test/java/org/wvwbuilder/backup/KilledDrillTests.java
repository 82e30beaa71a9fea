package org.wvwbuilder.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.TestDatabase;

/** Quality D3 on PostgreSQL: a drill that was killed leaves everybody's data in a database of its own. */
class KilledDrillTests {
    private static final int TRIALS = Integer.getInteger("long", 0) > 0 ? 10 : 2;

    @TempDir
    Path folder;

    @Test
    void theNextStartTakesAwayWhatAKilledDrillLeft() throws Exception {
        try (var place = TestDatabase.postgresql();
                var world = new World(place, folder).withAccounts(50, 100)) {
            var copy = folder.resolve("copy.dump");
            world.copies.copy(copy, (done, total) -> {});
            var others = TakenBackTests.drills(world);
            for (int trial = 0; trial < TRIALS; trial++) {
                killMidway(place, copy);
                var left = new TreeSet<>(TakenBackTests.drills(world));
                left.removeAll(others);
                assertThat(left).as("trial %d", trial).hasSize(1);
                // The server ends the connection of the dead process, and with it its claim, a moment later.
                Await.until("it is swept away", () -> {
                    DrillOnce.copies(place).sweep();
                    return !TakenBackTests.drills(world).contains(left.first());
                });
            }
        }
    }

    /** Of a command, say, beside which the server starts. */
    @Test
    void aDrillThatGoesOnIsLeftAlone() throws Exception {
        try (var place = TestDatabase.postgresql();
                var world = new World(place, folder).withAccounts(50, 100)) {
            var copy = folder.resolve("copy.dump");
            world.copies.copy(copy, (done, total) -> {});
            var contents = world.copies.prove(copy, (done, total) -> {
                if (done == 1) sweep(place);
            });
            assertThat(contents.rows()).containsEntry("bank_accounts", 50L);
        }
    }

    private static void sweep(TestDatabase place) {
        try {
            DrillOnce.copies(place).sweep();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static void killMidway(TestDatabase place, Path copy) throws Exception {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        DrillOnce.class.getName(),
                        place.directory().toString(),
                        copy.toString(),
                        place.url().orElseThrow(),
                        place.user().orElseThrow(),
                        place.password().orElseThrow())
                .redirectErrorStream(true)
                .start();
        try (var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var lines = new StringBuilder();
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                if (line.equals(DrillOnce.REACHED)) return;
                lines.append(line).append('\n');
            }
            throw new AssertionError("the drill ended by itself: " + lines);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
