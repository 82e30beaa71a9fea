package org.wvwbuilder.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.plugin.DatabaseCopies.Restored.Outcome;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.Parts;
import org.wvwbuilder.testing.TestDatabase;

class RestoreTests {
    static final String FILE = "gw2_wvwbuilder.db";

    @TempDir
    Path folder;

    /** What a kill leaves after each step; the next start has to bring it to the same end. */
    @Test
    void aRestoreThatWasInterruptedAfterAnyStepIsBroughtToItsEnd() throws Exception {
        List<Step> steps = List.of(
                (data, safety) -> {},
                (data, safety) -> Files.createLink(safety, data.resolve(FILE)),
                (data, safety) -> {
                    Files.createLink(safety, data.resolve(FILE));
                    Files.move(data.resolve(FILE + "-wal"), Path.of(safety + "-wal"));
                },
                (data, safety) -> {
                    Files.createLink(safety, data.resolve(FILE));
                    Files.move(data.resolve(FILE + "-wal"), Path.of(safety + "-wal"));
                    Files.delete(data.resolve(FILE + "-shm"));
                    Files.move(data.resolve("restore.staged.db"), data.resolve(FILE), REPLACE);
                });
        for (int killed = 0; killed < steps.size(); killed++) {
            var own = folder.resolve("killed-" + killed);
            var data = own.resolve("data");
            try (var world = new World(TestDatabase.sqlite(data), own).withAccounts(50, 100)) {
                ask(world, world.backUp());
                leaveLog(world, data);
                steps.get(killed).take(data, safety(data));
                var restored = world.restoring().carryOut().orElseThrow();
                assertThat(restored.outcome()).as(restored.detail()).isEqualTo(Outcome.DONE);
                assertThat(world.number("select sum(balance) from bank_accounts"))
                        .isEqualTo(5_000);
                assertThat(world.restoring().carryOut()).isEmpty();
                world.shut();
                assertThat(world.restore(left(data)).outcome()).isEqualTo(Outcome.DONE);
                assertThat(world.number("select sum(balance) from bank_accounts"))
                        .as("the safety copy has what was only in the log")
                        .isEqualTo(350);
            }
        }
    }

    private static final java.nio.file.CopyOption REPLACE = java.nio.file.StandardCopyOption.REPLACE_EXISTING;

    @FunctionalInterface
    private interface Step {
        void take(Path data, Path safety) throws IOException;
    }

    static void ask(World world, String id) throws Exception {
        world.later = true;
        assertThat(world.restore(world.backups.shelf().archive(id)).outcome()).isEqualTo(Outcome.PENDING);
        world.later = false;
        world.begin();
    }

    /** As a killed server leaves it: the last change stands in the log only. */
    static void leaveLog(World world, Path data) throws Exception {
        world.execute("update bank_accounts set balance = 7");
        var kept = Files.createDirectories(data.resolveSibling("kept"));
        for (var ending : List.of("", "-wal", "-shm"))
            Files.copy(data.resolve(FILE + ending), kept.resolve(FILE + ending));
        world.shut();
        for (var ending : List.of("", "-wal", "-shm")) {
            Files.copy(kept.resolve(FILE + ending), data.resolve(FILE + ending), REPLACE);
        }
    }

    static Path safety(Path data) throws IOException {
        var values = new Properties();
        try (var in = Files.newBufferedReader(data.resolve("restore.pending"))) {
            values.load(in);
        }
        return data.resolve(values.getProperty("safety"));
    }

    /** The one that the first restore left. */
    private static Path left(Path data) throws Exception {
        return data.resolve(BackupTests.names(data).stream()
                .filter(name -> name.startsWith("before-restore-") && name.endsWith(".db"))
                .findFirst()
                .orElseThrow());
    }

    @OnBothEngines
    void aCopyThatIsNotTheProvenOneIsGivenUpForTheDatabaseFromBefore(TestDatabase place) throws Exception {
        try (var world = new World(place, folder).withAccounts(50, 100)) {
            var first = world.backUp();
            ask(world, first);
            world.execute("update bank_accounts set balance = 7");
            world.shut();
            var journal = place.directory().resolve("restore.pending");
            Files.writeString(journal, Files.readString(journal).replaceAll("sentinel=.*", "sentinel=1"));
            var restored = world.restoring().carryOut().orElseThrow();
            assertThat(restored.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(world.number("select sum(balance) from bank_accounts")).isEqualTo(350);
            assertThat(new BackupCheck(world.backups, world).check().toString())
                    .contains("Degraded", "A restore was refused");
        }
    }

    @Test
    void aBrokenDatabaseIsNoObstacle() throws Exception {
        var data = folder.resolve("data");
        try (var world = new World(TestDatabase.sqlite(data), folder).withAccounts(50, 100)) {
            var id = world.backUp();
            world.shut();
            Files.writeString(data.resolve(FILE), "this was a database once, and now it is a line of text only");
            assertThat(world.restore(world.backups.shelf().archive(id)).outcome())
                    .isEqualTo(Outcome.DONE);
            assertThat(world.number("select sum(balance) from bank_accounts")).isEqualTo(5_000);
        }
    }

    /** Quality D4. */
    @Test
    void aFullDiskFailsTheBackupAndNothingElse() throws Exception {
        Parts.program("mount", "apt-get install mount");
        var small = Files.createDirectory(folder.resolve("backups"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=6m,mode=700", "tmpfs", small.toString());
        Parts.need(mounted, "the right to mount a small tmpfs", "run the tests as root, with CAP_SYS_ADMIN");
        try (var world = new World(TestDatabase.sqlite(folder.resolve("data")), folder).withAccounts(50, 100)) {
            var first = world.backUp();
            world.clock.advance(java.time.Duration.ofMinutes(1));
            world.execute(
                    "insert into bank_moves select i, 1, hex(randomblob(2000)) from"
                            + " (with recursive n(i) as (select 1 union all select i + 1 from n where i < 3000) select i from n)");
            assertThatThrownBy(world::backUp).hasMessageContaining("disk");
            assertThat(world.number("select count(*) from bank_moves")).isEqualTo(3_000);
            world.execute("update bank_accounts set balance = 8");
            assertThat(BackupTests.names(small))
                    .contains(first + ".tar.gz")
                    .noneMatch(name -> name.startsWith(".work"));
            assertThat(world.backups.record(first).orElseThrow().state()).isEqualTo("verified");
            assertThat(run("mount", "-o", "remount,size=64m", small.toString())).isTrue();
            assertThat(world.backUp()).isNotEmpty();
        } finally {
            run("umount", small.toString());
        }
    }

    static boolean run(String... words) throws Exception {
        return new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
