package org.wvwbuilder.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wvwbuilder.backup.RestoreTests.FILE;
import static org.wvwbuilder.backup.RestoreTests.ask;
import static org.wvwbuilder.backup.RestoreTests.leaveLog;
import static org.wvwbuilder.backup.RestoreTests.safety;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.plugin.DatabaseCopies.Restored.Outcome;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.Parts;
import org.wvwbuilder.testing.TestDatabase;

/** What becomes of the database from before when a restore is not to be. */
class TakenBackTests {
    @TempDir
    Path folder;

    /** The log could not be written into the database, so it lies beside the safety copy. */
    @Test
    void aRefusedRestoreKeepsWhatWasOnlyInTheLog() throws Exception {
        var data = folder.resolve("data");
        try (var world = new World(TestDatabase.sqlite(data), folder).withAccounts(50, 100)) {
            ask(world, world.backUp());
            leaveLog(world, data);
            var safety = safety(data);
            Files.createLink(safety, data.resolve(FILE));
            Files.move(data.resolve(FILE + "-wal"), Path.of(safety + "-wal"));
            spoil(data);
            var restored = world.restoring().carryOut().orElseThrow();
            assertThat(restored.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(restored.safetyCopy()).as("it is the database again").isEmpty();
            assertThat(safety).doesNotExist();
            assertThat(world.number("select sum(balance) from bank_accounts")).isEqualTo(350);
        }
    }

    private static void spoil(Path data) throws Exception {
        var journal = data.resolve("restore.pending");
        Files.writeString(journal, Files.readString(journal).replaceAll("sentinel=.*", "sentinel=1"));
    }

    @OnBothEngines
    void aRestoreThatIsUndoneBringsBackAllOfTheOldDatabase(TestDatabase place) throws Exception {
        try (var world = new World(place, folder).withAccounts(50, 100)) {
            ask(world, world.backUp());
            world.execute("update bank_accounts set balance = 7");
            world.shut();
            var restored = world.restoring().carryOut().orElseThrow();
            assertThat(restored.outcome()).isEqualTo(Outcome.DONE);
            assertThat(world.restoring().undo(restored, "it was asked for")).isTrue();
            var undone = world.restoring().last().orElseThrow();
            assertThat(undone.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(undone.safetyCopy()).isEqualTo(undone.safetyCopy().filter(Files::exists));
            assertThat(world.restoring().pending()).isFalse();
            assertThat(world.number("select sum(balance) from bank_accounts")).isEqualTo(350);
        }
    }

    /** The backup is the newest, so that the old database bears its mark, too: it must not be taken for the new one. */
    @Test
    void aKillWhileTheOldDatabaseIsPutBackIsNoRestore() throws Exception {
        var data = folder.resolve("data");
        try (var world = new World(TestDatabase.sqlite(data), folder).withAccounts(50, 100)) {
            ask(world, world.backUp());
            world.execute("update bank_accounts set balance = 7");
            world.shut();
            var asked = Files.readString(data.resolve("restore.pending"));
            var safety = safety(data);
            assertThat(world.restoring().carryOut().orElseThrow().outcome()).isEqualTo(Outcome.DONE);
            // As it is when the kill comes between the move and the outcome.
            Files.writeString(data.resolve("restore.pending"), asked + "refused=it is damaged\n");
            Files.move(safety, data.resolve(FILE), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            var restored = world.restoring().carryOut().orElseThrow();
            assertThat(restored.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(restored.detail()).isEqualTo("it is damaged");
            assertThat(world.number("select sum(balance) from bank_accounts")).isEqualTo(350);
        }
    }

    @Test
    void theNewestSafetyCopyStaysWhateverTheClockSaysAndWhatCannotBeDeletedIsNoFailure() throws Exception {
        var data = folder.resolve("data");
        try (var world = new World(TestDatabase.sqlite(data), folder).withAccounts(50, 100)) {
            for (int day = 1; day <= 3; day++) {
                Files.writeString(data.resolve("before-restore-2999010" + day + "T000000000Z.db"), "later");
            }
            Files.createDirectories(data.resolve("before-restore-20000101T000000000Z.db/full"));
            ask(world, world.backUp());
            world.shut();
            var restored = world.restoring().carryOut().orElseThrow();
            assertThat(restored.outcome()).isEqualTo(Outcome.DONE);
            assertThat(restored.safetyCopy().orElseThrow()).exists();
            assertThat(world.restoring().last().orElseThrow().outcome()).isEqualTo(Outcome.DONE);
        }
    }

    /** Somebody looks into the file with another program, and forgets about it. */
    @Test
    void aDatabaseThatSomebodyElseHasOpenIsServedOnAndTheRestoreRefused() throws Exception {
        var data = folder.resolve("data");
        try (var world = new World(TestDatabase.sqlite(data), folder).withAccounts(50, 100)) {
            var id = world.backUp();
            ask(world, id);
            world.clock.advance(Duration.ofMinutes(1));
            assertThatThrownBy(world::backUp).hasMessageContaining("a restore is under way");
            world.execute("update bank_accounts set balance = 7");
            try (var other = DriverManager.getConnection("jdbc:sqlite:" + data.resolve(FILE));
                    var statement = other.createStatement()) {
                statement.execute("begin");
                statement.executeQuery("select * from bank_accounts").next();
                world.shut();
                var restored = world.restoring().carryOut().orElseThrow();
                assertThat(restored.outcome()).isEqualTo(Outcome.REFUSED);
                assertThat(restored.detail()).contains("let it end");
            }
            assertThat(world.restoring().pending()).isFalse();
            assertThat(world.number("select sum(balance) from bank_accounts")).isEqualTo(350);
            world.shut();
            assertThat(world.restore(world.backups.shelf().archive(id)).outcome())
                    .isEqualTo(Outcome.DONE);
        }
    }

    @Test
    void aDumpThatBreaksOffHalfwayLeavesTheOldDatabase() throws Exception {
        try (var place = TestDatabase.postgresql();
                var world = new World(place, folder).withAccounts(50, 100)) {
            ask(world, world.backUp());
            world.execute("update bank_accounts set balance = 7");
            world.shut();
            var staged = place.directory().resolve("restore.staged.dump");
            Files.write(staged, Arrays.copyOf(Files.readAllBytes(staged), (int) Files.size(staged) / 2));
            var restored = world.restoring().carryOut().orElseThrow();
            assertThat(restored.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(world.number("select sum(balance) from bank_accounts")).isEqualTo(350);
        }
    }

    @Test
    void sessionsFromBeforeARestoreStayEndedWhateverIsRefusedLater() throws Exception {
        var data = folder.resolve("data");
        try (var world = new World(TestDatabase.sqlite(data), folder).withAccounts(50, 100)) {
            assertThat(world.copies.restoredAt()).isEmpty();
            var id = world.backUp();
            world.shut();
            var done = world.restore(world.backups.shelf().archive(id));
            world.clock.advance(Duration.ofMinutes(1));
            ask(world, id);
            spoil(data);
            assertThat(world.restoring().carryOut().orElseThrow().outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(world.copies.restoredAt()).contains(done.at());
        }
    }

    /** It was carried out by a command, or by a server that was killed before it was ready. */
    @Test
    void aRestoreStaysUntriedUntilAServerIsReadyWithIt() throws Exception {
        var data = folder.resolve("data");
        try (var world = new World(TestDatabase.sqlite(data), folder).withAccounts(50, 100)) {
            var id = world.backUp();
            world.shut();
            var done = world.restore(world.backups.shelf().archive(id));
            assertThat(world.restoring().untried()).contains(done);
            world.clock.advance(Duration.ofMinutes(1));
            ask(world, id);
            spoil(data);
            assertThat(world.restoring().carryOut().orElseThrow().outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(world.restoring().untried()).contains(done);
            assertThat(world.restoring().undo(done, "it was asked for")).isTrue();
            assertThat(world.restoring().untried()).isEmpty();
            var again = world.restore(world.backups.shelf().archive(id));
            assertThat(world.restoring().untried()).contains(again);
            world.restoring().tried();
            assertThat(world.restoring().untried()).isEmpty();
        }
    }

    @Test
    void aFolderOfAnotherAccountIsNotRestoredInto() throws Exception {
        var data = folder.resolve("data");
        try (var world = new World(TestDatabase.sqlite(data), folder).withAccounts(50, 100)) {
            var id = world.backUp();
            world.shut();
            Parts.need(System.getProperty("user.name").equals("root"), "root", "run the tests as root");
            var nobody = data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
            try (var files = Files.walk(data)) {
                for (var file : files.toList()) Files.setOwner(file, nobody);
            }
            var names = BackupTests.names(data);
            assertThatThrownBy(() -> world.restore(world.backups.shelf().archive(id)))
                    .hasMessageContaining("belongs to nobody")
                    .hasMessageContaining("sudo -u nobody gw2 restore");
            assertThat(BackupTests.names(data)).isEqualTo(names);
        }
    }

    /** A drill that was killed leaves everybody's data in a database of its own. */
    @Test
    void theNextDrillTakesAwayWhatAKilledOneLeft() throws Exception {
        try (var place = TestDatabase.postgresql();
                var world = new World(place, folder).withAccounts(50, 100);
                var administrator = DriverManager.getConnection(
                        place.url().orElseThrow(),
                        place.user().orElseThrow(),
                        place.password().orElseThrow());
                var statement = administrator.createStatement()) {
            var copy = folder.resolve("copy.dump");
            world.copies.copy(copy, (done, total) -> {});
            var before = drills(world);
            var during = new TreeSet<String>();
            world.copies.prove(copy, (done, total) -> during.addAll(drills(world)));
            during.removeAll(before);
            during.removeAll(drills(world));
            assertThat(during).hasSize(1);
            statement.execute("create database " + during.first());
            world.copies.prove(copy, (done, total) -> {});
            assertThat(drills(world)).doesNotContain(during.first());
        }
    }

    static Set<String> drills(World world) {
        try {
            return world.open().read(connection -> {
                var names = new TreeSet<String>();
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery(
                                "select datname from pg_database where datname like 'wvw\\_drill\\_%'")) {
                    while (rows.next()) names.add(rows.getString(1));
                }
                return names;
            });
        } catch (Fault fault) {
            throw new AssertionError(fault);
        }
    }
}
