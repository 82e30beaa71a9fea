package org.wvwbuilder.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.backup.offsite.Storage;
import org.wvwbuilder.plugin.HealthCheck.Health;
import org.wvwbuilder.plugin.Subcommand.Answer;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.Ports;
import org.wvwbuilder.testing.TestDatabase;
import org.wvwbuilder.testing.Typed;

/** Backups whose machine is lost. What a storage does, or does not, is the same for either engine: tried on one. */
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
            assertThatThrownBy(() -> restore(world, "attic/" + newer, "dry-run"))
                    .hasMessageContaining("which is not the one of that name");
            assertThat(restore(world, "attic/" + older, "dry-run").text()).contains("can be restored");
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
            assertThat(world.backups.elsewhere().list().items())
                    .extracting(Elsewhere.Lying::id)
                    .containsExactly(id);
            Files.delete(world.backups.shelf().archive(id));
            world.execute("update bank_accounts set balance = 7");
            world.shut();

            var copy = "attic/" + id;
            assertThat(copies(world).text()).contains(copy);
            assertThat(restore(world, copy, "dry-run").text()).contains("can be restored");
            assertThat(restore(world, copy, "yes").text()).contains("Restored " + copy);
            assertThat(folder.resolve("backups").toFile().list()).noneMatch(name -> name.contains("fetch"));

            assertThat(world.number("select sum(balance) from bank_accounts")).isEqualTo(5_000);
            world.backups.elsewhere().place("attic").orElseThrow().delete(id + ".tar.gz");
        }
    }

    @Test
    void aPlaceThatIsOutOfReachIsToldAndHarmsNoBackup() throws Exception {
        try (var place = TestDatabase.sqlite();
                var world = world(place, Ports.free(), 3)) {
            world.withAccounts(50, 100);
            var id = world.backUp();

            var record = world.backups.record(id).orElseThrow();
            assertThat(record.state()).isEqualTo("verified");
            assertThat(record.offsite().get("attic")).startsWith("failed: ").contains("try again later");
            assertThat(record.told().offsite().get("attic").code()).isEqualTo("unreachable");
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

            assertThat(world.backups.elsewhere().list().items())
                    .extracting(Elsewhere.Lying::id)
                    .containsExactlyInAnyOrder(second, "somebody-elses")
                    .doesNotContain(first);
            for (var name : new String[] {second, "somebody-elses"}) Files.delete(storage.object(name + ".tar.gz"));
        }
    }

    /** A storage is away for a while and comes back: what was missed is sent with the next run, the oldest first. */
    @Test
    void whatWasMissedIsSentOnceThePlaceIsBack() throws Exception {
        try (var place = TestDatabase.sqlite();
                var world = world(place, storage.port(), 3)) {
            world.withAccounts(50, 100);
            var missed = new ArrayList<String>();
            try (var away = storage.away()) {
                for (var i = 0; i < 2; i++) {
                    missed.add(world.backUp());
                    world.clock.advance(Duration.ofSeconds(20));
                }
            }
            for (var id : missed) assertThat(state(world, id)).startsWith("failed: ");
            var last = world.backUp();
            for (var id : missed) assertThat(state(world, id)).isEqualTo("verified");
            assertThat(world.backups.elsewhere().list().items())
                    .extracting(Elsewhere.Lying::id)
                    .containsExactlyInAnyOrder(missed.get(0), missed.get(1), last);
            assertThat(Files.readString(folder.resolve("backups/backup.log")))
                    .containsSubsequence("copied " + last, "copied " + missed.get(0), "copied " + missed.get(1));
            for (var id : List.of(missed.get(0), missed.get(1), last)) Files.delete(storage.object(id + ".tar.gz"));
        }
    }

    @Test
    void aPlaceThatFailsKeepsNothingFromTheNext() throws Exception {
        var settings = settings(Map.of("attic", attic(Ports.free()), "barn", attic(storage.port())), 3);
        try (var place = TestDatabase.sqlite();
                var world = new World(place, folder, settings)) {
            world.clock.set(Instant.now());
            world.withAccounts(50, 100);
            var id = world.backUp();
            var states = world.backups.record(id).orElseThrow().offsite();
            assertThat(states.get("attic")).startsWith("failed: ");
            assertThat(states).containsEntry("barn", "verified");

            assertThat(copies(world).text()).contains("barn/" + id).contains("No list of attic: ");
            Files.delete(storage.object(id + ".tar.gz"));
        }
    }

    @Test
    void noPlaceThatTellsIsAFailure() throws Exception {
        try (var place = TestDatabase.sqlite();
                var world = world(place, Ports.free(), 3)) {
            assertThatThrownBy(() -> copies(world))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("No list of attic: ");
        }
    }

    /** Takes the connection and says nothing, for as long as anybody waits. */
    @Test
    void aStorageThatSaysNothingDoesNotKeepTheServer() throws Exception {
        try (var place = TestDatabase.sqlite();
                var silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
                var world = world(place, silent.getLocalPort(), 3)) {
            world.withAccounts(50, 100);
            var made = new CompletableFuture<String>();
            var maker = Thread.ofPlatform().start(() -> {
                try {
                    made.complete(world.backUp());
                } catch (Exception failed) {
                    made.completeExceptionally(failed);
                }
            });
            try (var asked = silent.accept()) {
                world.backups.close();
                assertThat(maker.join(Duration.ofSeconds(5)))
                        .as("it has ended, long before the storage's time is up")
                        .isTrue();
                assertThat(state(world, made.join())).startsWith("failed: ").contains("stopped");
                assertThat(asked.isConnected()).isTrue();
                var again = System.nanoTime();
                world.backups.close();
                assertThat(Duration.ofNanos(System.nanoTime() - again))
                        .as("nothing is left to wait for")
                        .isLessThan(Duration.ofSeconds(5));
            }
        }
    }

    private static String state(World world, String id) throws IOException {
        return world.backups.record(id).orElseThrow().offsite().get("attic");
    }

    private World world(TestDatabase place, int port, int last) throws Exception {
        var world = new World(place, folder, settings(Map.of("attic", attic(port)), last));
        // A storage refuses what is signed at another time than its own.
        world.clock.set(Instant.now());
        return world;
    }

    private BackupSettings settings(Map<String, OffsiteSettings> places, int last) {
        return new BackupSettings(folder.resolve("backups"), "0 2 * * 0", last, 0, 0, 0, Duration.ofDays(30), places);
    }

    private static OffsiteSettings attic(int port) throws IOException {
        return new OffsiteSettings(
                URI.create("http://127.0.0.1:" + port),
                "eu-central-1",
                Storage.BUCKET,
                "gw2/nightly/",
                Storage.ID,
                Optional.of(storage.secretFile()),
                Optional.empty(),
                OffsiteSettings.Verify.CONTENT,
                true);
    }

    private static Answer copies(World world) throws Exception {
        return new Typed(Map.of("action", "copies"), Map.of()).run(new BackupCommand(world.backups).command());
    }

    private static Answer restore(World world, String backup, String option) throws Exception {
        return new Typed(Map.of("backup", backup), Map.of(option, ""))
                .run(new RestoreCommand(world.backups, world.restores).command());
    }
}
