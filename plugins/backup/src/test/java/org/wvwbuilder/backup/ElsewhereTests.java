package org.wvwbuilder.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.backup.offsite.Storage;
import org.wvwbuilder.plugin.HealthCheck.Health;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.Ports;
import org.wvwbuilder.testing.TestDatabase;

/** Backups whose machine is lost. */
class ElsewhereTests {
    @TempDir
    static Path home;

    private static Storage storage;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        storage = new Storage(home);
    }

    @AfterAll
    static void stop() {
        if (storage != null) storage.close();
    }

    /** Sealed and whole, and yet not what was asked for: all that somebody did since would be gone. */
    @OnBothEngines
    void anOlderCopyUnderTheNameOfANewerOneIsRefused(TestDatabase place) throws Exception {
        try (var world = world(place, storage.port(), 3)) {
            world.withAccounts(50, 100);
            var older = world.backUp();
            var newer = BackupId.next(world.clock.instant().plus(Duration.ofDays(1)));
            Files.copy(
                    storage.object(older + ".tar.gz"),
                    storage.object(newer + ".tar.gz"),
                    StandardCopyOption.COPY_ATTRIBUTES);
            var restore = new RestoreCommand(world.backups, world.restores).command();
            assertThatThrownBy(() -> Typed.run(restore, "attic/" + newer, "dry-run"))
                    .hasMessageContaining("which is not the one of that name");
            assertThat(Typed.run(restore, "attic/" + older, "dry-run").text()).contains("can be restored");
            for (var name : new String[] {older, newer}) Files.delete(storage.object(name + ".tar.gz"));
        }
    }

    @OnBothEngines
    void aBackupComesBackFromElsewhereWhenTheMachineIsLost(TestDatabase place) throws Exception {
        try (var world = world(place, storage.port(), 3)) {
            world.withAccounts(50, 100);
            var id = world.backUp();
            assertThat(world.backups.record(id).orElseThrow().offsite())
                    .containsExactly(Map.entry("attic", "verified"));
            assertThat(world.backups.elsewhere().list())
                    .extracting(Elsewhere.Lying::id)
                    .containsExactly(id);
            Files.delete(world.backups.shelf().archive(id));
            world.execute("update bank_accounts set balance = 7");
            world.shut();

            var copy = "attic/" + id;
            assertThat(Typed.run(new BackupCommand(world.backups).command(), "copies")
                            .text())
                    .contains(copy);
            var restore = new RestoreCommand(world.backups, world.restores).command();
            assertThat(Typed.run(restore, copy, "dry-run").text()).contains("can be restored");
            assertThat(Typed.run(restore, copy, "yes").text()).contains("Restored " + copy);
            assertThat(folder.resolve("backups").toFile().list()).noneMatch(name -> name.contains("fetch"));

            assertThat(world.number("select sum(balance) from bank_accounts")).isEqualTo(5_000);
            world.backups.elsewhere().place("attic").orElseThrow().delete(id + ".tar.gz");
        }
    }

    @OnBothEngines
    void aPlaceThatIsOutOfReachIsToldAndHarmsNoBackup(TestDatabase place) throws Exception {
        try (var world = world(place, Ports.free(), 3)) {
            world.withAccounts(50, 100);
            var id = world.backUp();

            var record = world.backups.record(id).orElseThrow();
            assertThat(record.state()).isEqualTo("verified");
            assertThat(record.offsite().get("attic")).startsWith("failed: ").contains("try again later");
            assertThat(Files.readString(folder.resolve("backups/backup.log")))
                    .contains("not copied " + id + " to attic");
            assertThat(new BackupCheck(world.backups, world).check())
                    .isInstanceOfSatisfying(
                            Health.Degraded.class,
                            health -> assertThat(health.why()).contains("was not copied to attic"));
        }
    }

    @OnBothEngines
    void copiesAreKeptByTheSameRulesAndOnlyThose(TestDatabase place) throws Exception {
        try (var world = world(place, storage.port(), 1)) {
            world.withAccounts(50, 100);
            Files.createDirectories(storage.object("x").getParent());
            Files.write(storage.object("somebody-elses.tar.gz"), new byte[80]);
            var first = world.backUp();
            world.clock.advance(Duration.ofMinutes(5));
            var second = world.backUp();

            assertThat(world.backups.elsewhere().list())
                    .extracting(Elsewhere.Lying::id)
                    .containsExactlyInAnyOrder(second, "somebody-elses")
                    .doesNotContain(first);
            for (var name : new String[] {second, "somebody-elses"}) Files.delete(storage.object(name + ".tar.gz"));
        }
    }

    private World world(TestDatabase place, int port, int last) throws Exception {
        var attic = new OffsiteSettings(
                URI.create("http://127.0.0.1:" + port),
                "eu-central-1",
                Storage.BUCKET,
                "gw2/nightly/",
                Storage.ID,
                Optional.of(storage.secretFile()),
                Optional.empty(),
                OffsiteSettings.Verify.CONTENT,
                true);
        var settings = new BackupSettings(
                folder.resolve("backups"), "0 2 * * 0", last, 0, 0, 0, Duration.ofDays(30), Map.of("attic", attic));
        var world = new World(place, folder, settings);
        // A storage refuses what is signed at another time than its own.
        world.clock.set(Instant.now());
        return world;
    }
}
