package org.wvwbuilder.backup.offsite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wvwbuilder.backup.OffsiteSettings;
import org.wvwbuilder.backup.archive.Progress;
import org.wvwbuilder.testing.TestClock;

/** Lines that break, processes that are killed, storages that fall silent: nothing half is ever seen. */
class BrokenUploadTests extends OffsiteStorage {
    private static final int ROUNDS = 10;

    @Test
    void anUploadThatIsCutLeavesNothing() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            try (var cable = new Cable(storage.port(), moment(round), Cable.Then.CUT);
                    var far = through(cable, Duration.ofSeconds(30))) {
                assertFault(OffsiteFault.Kind.UNREACHABLE, () -> far.store(large, NAME, Progress.NONE));
            }
            assertThat(place.list()).as("round %d", round).isEmpty();
        }
        assertThat(place.store(large, NAME, Progress.NONE).state()).isEqualTo(Copy.State.VERIFIED);
        assertNothingUnfinished();
    }

    @Test
    void anUploadWhoseProcessIsKilledLeavesNothing() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            try (var cable = new Cable(storage.port(), moment(round), Cable.Then.HOLD)) {
                var process = storeOnce(cable.port());
                boolean reached = cable.reached().await(1, TimeUnit.MINUTES);
                process.destroyForcibly().waitFor();
                assertThat(reached)
                        .as("round %d: %s", round, Files.readString(home.resolve("store.log")))
                        .isTrue();
            }
            assertThat(place.list()).as("round %d", round).isEmpty();
        }
        assertThat(place.store(large, NAME, Progress.NONE).state()).isEqualTo(Copy.State.VERIFIED);
        assertNothingUnfinished();
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 5_000_000, 8_700_000})
    void aLineThatBreaksOnceCostsAPartOnly(long bytes) throws IOException {
        try (var cable = new Cable(storage.port(), bytes, Cable.Then.CUT_ONCE);
                var far = through(cable, Duration.ofSeconds(30))) {
            assertThat(far.store(large, NAME, Progress.NONE).state()).isEqualTo(Copy.State.VERIFIED);
            assertThat(cable.reached().getCount()).isZero();
        }
        assertNothingUnfinished();
    }

    @Test
    void aStorageThatFallsSilentIsGivenUp() throws IOException {
        try (var cable = new Cable(storage.port(), 10, Cable.Then.HOLD);
                var far = through(cable, Duration.ofMillis(200))) {
            assertFault(OffsiteFault.Kind.UNREACHABLE, far::check);
            assertThat(cable.connections()).isEqualTo(5);
        }
    }

    @Test
    void whoeverStopsAnUploadLeavesNothing() throws Exception {
        var fault = new AtomicReference<Throwable>();
        var thread = Thread.ofPlatform().start(() -> {
            try {
                place.store(large, NAME, (done, total) -> {
                    if (done > 8_500_000) Thread.currentThread().interrupt();
                });
            } catch (Throwable stopped) {
                fault.set(stopped);
            }
        });
        thread.join(TimeUnit.MINUTES.toMillis(1));

        assertThat(fault.get())
                .isInstanceOfSatisfying(
                        OffsiteFault.class,
                        stopped -> assertThat(stopped.kind()).isEqualTo(OffsiteFault.Kind.STOPPED));
        assertThat(place.list()).isEmpty();
        assertNothingUnfinished();
    }

    @Test
    void abandonedUploadsOfOtherNamesGoAfterADay() throws IOException {
        try (var bucket = storage.bucket()) {
            bucket.begin("gw2/nightly/other.sealed");
            bucket.begin("gw2/nightly/somebody-elses");
            var clock = new TestClock(Instant.now());
            var file = file(folder.resolve("file"), 10);
            var settings = storage.settings(storage.port(), Storage.BUCKET, OffsiteSettings.Verify.SIZE);
            try (var ours = storage.place(settings, keys, clock, Wire.ANSWER)) {
                ours.store(file, NAME, Progress.NONE);
                assertThat(bucket.unfinished("gw2/")).hasSize(2);
                clock.advance(Duration.ofHours(25));
                ours.store(file, NAME, Progress.NONE);
            }
            assertThat(bucket.unfinished("gw2/"))
                    .extracting(Bucket.Unfinished::key)
                    .containsExactly("gw2/nightly/somebody-elses");
        }
    }

    private S3Offsite through(Cable cable, Duration answer) {
        var settings = storage.settings(cable.port(), Storage.BUCKET, OffsiteSettings.Verify.CONTENT);
        return storage.place(settings, keys, InstantSource.system(), answer);
    }

    /** In ten steps from the first request to shortly before the last one. */
    private static long moment(int round) {
        return 200 + round * 8_800_000L / (ROUNDS - 1);
    }

    private Process storeOnce(int port) throws IOException {
        var classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes,
                        StoreOnce.class.getName(),
                        String.valueOf(port),
                        storage.secretFile().toString(),
                        home.resolve("offsite.key").toString(),
                        large.toString(),
                        NAME)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("store.log").toFile())
                .start();
    }
}
