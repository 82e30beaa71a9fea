package org.wvwbuilder.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.backup.archive.ArchiveFault;
import org.wvwbuilder.backup.making.Maker;
import org.wvwbuilder.plugin.event.BackupEnded;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class BackupTests {
    @TempDir
    Path folder;

    @OnBothEngines
    void aBackupIsCalledOneOnlyAfterItWasRestoredForATrial(TestDatabase place) throws Exception {
        try (var world = new World(place, folder).withAccounts(50, 100)) {
            var id = world.backUp();
            var record = world.backups.record(id).orElseThrow();
            assertThat(record.state()).isEqualTo("verified");
            assertThat(record.drill()).hasSize(5).anyMatch(line -> line.contains("structure and foreign keys"));
            assertThat(record.keptBecause()).contains("the newest verified");
            assertThat(record.size()).isEqualTo(Files.size(world.backups.shelf().archive(id)));
            assertThat(names(folder.resolve("backups")))
                    .containsExactlyInAnyOrder(id + ".tar.gz", id + ".json", "backup.lock", "backup.log");
            assertThat(world.events)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            BackupEnded.class,
                            told -> assertThat(told.verified()).isTrue());
            assertThat(Files.readString(folder.resolve("backups/backup.log")))
                    .contains("INFO  backup made " + id, "verified by a restore drill");
        }
    }

    @OnBothEngines
    void aRestoreBringsBackWhatTheBackupHeldAndKeepsWhatWasThere(TestDatabase place) throws Exception {
        try (var world = new World(place, folder).withAccounts(50, 100)) {
            var id = world.backUp();
            world.execute("update bank_accounts set balance = 7");
            world.shut();
            var restored = world.restore(world.backups.shelf().archive(id));
            assertThat(restored.outcome().name()).isEqualTo("DONE");
            assertThat(world.number("select sum(balance) from bank_accounts")).isEqualTo(5_000);
            world.shut();
            var back = world.restore(restored.safetyCopy().orElseThrow());
            assertThat(back.outcome().name()).isEqualTo("DONE");
            assertThat(world.number("select sum(balance) from bank_accounts")).isEqualTo(350);
        }
    }

    @OnBothEngines
    void aFailedBackupLeavesTheLastOneUntouched(TestDatabase place) throws Exception {
        try (var world = new World(place, folder).withAccounts(300, 100)) {
            var id = world.backUp();
            var file = world.backups.shelf().archive(id);
            var before = Files.readAllBytes(file);
            world.clock.advance(Duration.ofMinutes(1));
            world.execute("delete from bank_accounts where id > 5");
            assertThatThrownBy(world::backUp)
                    .isInstanceOf(ArchiveFault.class)
                    .hasMessageContaining("if that is right, make one with 'gw2 backup --shrunk'");
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
            assertThat(world.backups.record(id).orElseThrow().state()).isEqualTo("verified");
            assertThat(world.backups.records().getFirst().state()).isEqualTo("failed");
            world.execute("delete from bank_accounts");
            var order = new Maker.Order("told-so", "hand", true);
            assertThatThrownBy(() ->
                            world.backups.alone("make", "told-so", step -> {}, at -> world.backups.make(order, at)))
                    .hasMessageContaining("holds nothing that anybody made");
        }
    }

    @OnBothEngines
    void aSecondBackupIsRefusedWhileTheFirstIsMade(TestDatabase place) throws Exception {
        try (var world = new World(place, folder).withAccounts(50, 100)) {
            var inside = new CountDownLatch(1);
            var go = new CountDownLatch(1);
            var first = Thread.ofVirtual().start(() -> {
                try {
                    world.backups.alone("make", "first", step -> {}, journey -> {
                        inside.countDown();
                        try {
                            return go.await(30, java.util.concurrent.TimeUnit.SECONDS);
                        } catch (InterruptedException asked) {
                            throw new IllegalStateException(asked);
                        }
                    });
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
            });
            inside.await();
            assertThatThrownBy(world::backUp).isInstanceOf(Busy.class);
            // As another process would: with parts of its own on the same folder.
            assertThatThrownBy(() -> new World(place, folder).backUp()).isInstanceOf(Busy.class);
            go.countDown();
            first.join();
            assertThat(world.backUp()).isNotEmpty();
        }
    }

    @OnBothEngines
    void aDamagedBackupIsFoundAndRefusedAndTheDatabaseStays(TestDatabase place) throws Exception {
        try (var world = new World(place, folder).withAccounts(50, 100)) {
            var id = world.backUp();
            var file = world.backups.shelf().archive(id);
            var bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
            assertThatThrownBy(() -> world.backups.alone("verify", id, step -> {}, at -> world.backups.verify(id, at)))
                    .isInstanceOf(ArchiveFault.class);
            assertThat(world.backups.record(id).orElseThrow().state()).isEqualTo("unverified");
            world.execute("update bank_accounts set balance = 7");
            world.shut();
            assertThatThrownBy(() -> world.restore(file)).isInstanceOf(ArchiveFault.class);
            assertThat(world.number("select sum(balance) from bank_accounts")).isEqualTo(350);
            assertThat(names(place.directory())).noneMatch(name -> name.startsWith("restore."));
        }
    }

    @OnBothEngines
    void tablesNewerThanTheReleaseAreRefusedWithTheRemedy(TestDatabase place) throws Exception {
        try (var world = new World(place, folder).withAccounts(50, 100)) {
            world.execute(
                    "insert into bank_schema_history (installed_rank, version, description, type, script, checksum,"
                            + " installed_by, installed_on, execution_time, success) select 99, '9', 'later', type, 'V9__later.sql',"
                            + " 1, installed_by, installed_on, 1, success from bank_schema_history where type = 'SQL'");
            var id = world.backUp();
            assertThatThrownBy(() -> world.restore(world.backups.shelf().archive(id)))
                    .hasMessageContaining("bank are at version 9 and the installed release knows them up to 1")
                    .hasMessageContaining("install the release that made it");
        }
    }

    @OnBothEngines
    void theNewestVerifiedIsNotDeletedByHand(TestDatabase place) throws Exception {
        var keepOne =
                new BackupSettings(folder.resolve("backups"), "0 2 * * 0", 1, 0, 0, 0, Duration.ofDays(30), Map.of());
        try (var world = new World(place, folder, keepOne).withAccounts(50, 100)) {
            var first = world.backUp();
            world.clock.advance(Duration.ofDays(31));
            var second = world.backUp();
            assertThat(world.backups.records()).extracting(BackupRecord::id).containsExactly(second);
            assertThat(Files.readString(folder.resolve("backups/backup.log")))
                    .doesNotContain("made " + first)
                    .contains("deleted " + first);
            assertThatThrownBy(() -> world.backups.delete(second, "me")).hasMessageContaining("newest verified");
            assertThat(world.backups.shelf().has(second)).isTrue();
        }
    }

    static List<String> names(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
