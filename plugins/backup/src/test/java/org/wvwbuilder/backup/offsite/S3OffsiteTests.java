package org.wvwbuilder.backup.offsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wvwbuilder.backup.OffsiteSettings;
import org.wvwbuilder.backup.archive.Progress;
import org.wvwbuilder.testing.TestClock;

/** Against S3Proxy, a server that speaks S3, in a process of its own. */
class S3OffsiteTests {
    private static final String NAME = "backup-20261128-020000.tar.gz";
    private static final int ROUNDS = 10;

    @TempDir
    static Path home;

    private static Storage storage;
    private static KeyRing keys;
    /** Two parts of an upload. */
    private static Path large;

    @TempDir
    Path folder;

    private S3Offsite place;

    @BeforeAll
    static void start() throws IOException {
        storage = new Storage(home);
        keys = storage.keys();
        large = file(home.resolve("large"), Upload.SMALLEST + 500_000);
    }

    @AfterAll
    static void stop() {
        if (storage != null) storage.close();
    }

    @BeforeEach
    void open() {
        place = storage.place(keys);
    }

    @AfterEach
    void clear() {
        for (var copy : place.list()) place.delete(copy.name());
        try (var bucket = storage.bucket()) {
            for (var left : bucket.unfinished("")) bucket.abort(left.key(), left.id());
        }
        place.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 1_000_000, 8 * 1024 * 1024 - 64, 17_000_000})
    void whatIsStoredComesBack(int bytes) throws IOException {
        var file = file(folder.resolve("file"), bytes);
        var stored = place.store(file, NAME, Progress.NONE);
        var fetched = place.fetch(NAME, folder.resolve("back"), Progress.NONE);

        assertThat(stored.state()).isEqualTo(Copy.State.VERIFIED);
        assertThat(stored).isEqualTo(fetched);
        assertThat(stored.bytes()).isEqualTo(bytes);
        assertThat(folder.resolve("back")).hasSameBinaryContentAs(file);
        assertThat(place.list()).singleElement().satisfies(copy -> {
            assertThat(copy.name()).isEqualTo(NAME);
            assertThat(copy.bytes()).isEqualTo(bytes);
            assertThat(copy.state()).isEqualTo(Copy.State.COPIED);
            assertThat(copy.at())
                    .isBetween(Instant.now().minusSeconds(600), Instant.now().plusSeconds(5));
        });
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("file", "back");
    }

    @Test
    void theStorageSeesNothingOfTheContent() throws IOException {
        var text = "a sentence that nobody else shall read ".repeat(5000);
        place.store(Files.writeString(folder.resolve("file"), text), NAME, Progress.NONE);

        var kept = Files.readAllBytes(storage.object(NAME));
        assertThat(kept.length).isEqualTo((int) Seal.sealed(text.length()));
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("nobody", "sentence");
    }

    @Test
    void copiesAreListedByNameAndRemovedByName() throws IOException {
        var file = file(folder.resolve("file"), 10);
        for (var name : new String[] {"b-2", "b-3", "b-1"}) place.store(file, name, Progress.NONE);

        assertThat(place.list()).extracting(Copy::name).containsExactly("b-3", "b-2", "b-1");
        assertThat(place.delete("b-2")).isTrue();
        assertThat(place.delete("b-2")).isFalse();
        assertThat(place.list()).extracting(Copy::name).containsExactly("b-3", "b-1");
    }

    @Test
    void aListLongerThanAPageIsRead() throws IOException {
        try (var bucket = storage.bucket()) {
            for (int i = 0; i < 1005; i++) {
                Files.createDirectories(storage.object("x").getParent());
                Files.write(storage.object("many-%04d".formatted(i)), new byte[80]);
            }
            assertThat(place.list()).hasSize(1005);
            for (int i = 0; i < 1005; i++) Files.delete(storage.object("many-%04d".formatted(i)));
        }
    }

    @Test
    void withoutReadingBackACopyIsOnlyCopied() throws IOException {
        var settings = storage.settings(storage.port(), Storage.BUCKET, OffsiteSettings.Verify.SIZE);
        try (var cheap = storage.place(settings, keys, InstantSource.system(), Wire.ANSWER)) {
            assertThat(cheap.store(file(folder.resolve("file"), 10), NAME, Progress.NONE)
                            .state())
                    .isEqualTo(Copy.State.COPIED);
            assertThat(cheap.verify(NAME, Progress.NONE).state()).isEqualTo(Copy.State.VERIFIED);
        }
    }

    @Test
    void progressGoesFromNothingToAll() throws IOException {
        var seen = new ArrayList<Long>();
        place.store(large, NAME, (done, total) -> {
            assertThat(total).isEqualTo(2 * large.toFile().length());
            seen.add(done);
        });
        assertThat(seen).isSorted().last().isEqualTo(2 * large.toFile().length());
    }

    @Test
    void aCopyThatWasChangedThereIsNoticedAndNothingOfItArrives() throws IOException {
        place.store(large, NAME, Progress.NONE);
        var whole = Files.readAllBytes(storage.object(NAME));
        whole[whole.length / 2] ^= 1;
        Files.write(storage.object(NAME), whole);
        assertDamaged();
        Files.write(storage.object(NAME), Arrays.copyOf(whole, Seal.HEADER + Seal.CHUNK + Seal.TAG));
        assertDamaged();
    }

    @Test
    void aCopyOfAnotherKeyIsCalledThat() throws IOException {
        place.store(file(folder.resolve("file"), 10), NAME, Progress.NONE);
        try (var stranger = storage.place(KeyRing.create(folder.resolve("other.key")))) {
            assertFault(OffsiteFault.Kind.WRONG_KEY, () -> stranger.fetch(NAME, folder.resolve("back"), Progress.NONE));
        }
        assertThat(folder.resolve("back")).doesNotExist();
    }

    @Test
    void aFileThatIsThereIsNotReplaced() throws IOException {
        place.store(file(folder.resolve("file"), 10), NAME, Progress.NONE);
        assertThatThrownBy(() -> place.fetch(NAME, folder.resolve("file"), Progress.NONE))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void whatIsNotThereIsMissing() {
        assertFault(OffsiteFault.Kind.MISSING, () -> place.fetch(NAME, folder.resolve("back"), Progress.NONE));
        assertFault(OffsiteFault.Kind.MISSING, () -> place.verify(NAME, Progress.NONE));
    }

    @Test
    void settingsThatAreWrongAreNamed() {
        var settings = storage.settings(storage.port(), Storage.BUCKET, OffsiteSettings.Verify.CONTENT);
        var wire = Storage.wire(settings, "another secret", InstantSource.system(), Wire.ANSWER);
        try (var wrong = new Bucket(wire, new Faults("far", settings))) {
            assertFault(OffsiteFault.Kind.SETTINGS, () -> wrong.list(""));
            assertThatThrownBy(() -> wrong.list("")).hasMessageContaining("correct the file of the secret");
        }
        var elsewhere = storage.settings(storage.port(), "no-such-bucket", OffsiteSettings.Verify.CONTENT);
        try (var missing = storage.place(elsewhere, keys, InstantSource.system(), Wire.ANSWER)) {
            assertFault(OffsiteFault.Kind.SETTINGS, missing::check);
            assertThatThrownBy(() -> missing.store(large, NAME, Progress.NONE)).hasMessageContaining("no such bucket");
        }
        place.check();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "a/b", ".x", "a b", "é"})
    void aNameThatCouldLeadElsewhereIsRefused(String name) {
        assertThatThrownBy(() -> place.delete(name)).isInstanceOf(IllegalArgumentException.class);
    }

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

    private void assertNothingUnfinished() {
        try (var bucket = storage.bucket()) {
            assertThat(bucket.unfinished("")).isEmpty();
        }
    }

    private void assertDamaged() throws IOException {
        assertFault(OffsiteFault.Kind.DAMAGED, () -> place.verify(NAME, Progress.NONE));
        assertFault(OffsiteFault.Kind.DAMAGED, () -> place.fetch(NAME, folder.resolve("back"), Progress.NONE));
        assertThat(folder.toFile().list()).isEmpty();
    }

    private static void assertFault(OffsiteFault.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        OffsiteFault.class,
                        fault -> assertThat(fault.kind()).as(fault.getMessage()).isEqualTo(kind));
    }

    private static Path file(Path file, int bytes) throws IOException {
        var noise = new byte[bytes];
        new Random(bytes).nextBytes(noise);
        return Files.write(file, noise);
    }
}
