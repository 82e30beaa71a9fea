package org.wvwbuilder.backup.offsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wvwbuilder.backup.OffsiteSettings;
import org.wvwbuilder.backup.archive.Progress;

/** What is stored, listed, found out and brought back. */
class S3OffsiteTests extends OffsiteStorage {
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

    private void assertDamaged() throws IOException {
        assertFault(OffsiteFault.Kind.DAMAGED, () -> place.verify(NAME, Progress.NONE));
        assertFault(OffsiteFault.Kind.DAMAGED, () -> place.fetch(NAME, folder.resolve("back"), Progress.NONE));
        assertThat(folder.toFile().list()).isEmpty();
    }
}
