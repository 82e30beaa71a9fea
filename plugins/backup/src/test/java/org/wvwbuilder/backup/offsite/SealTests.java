package org.wvwbuilder.backup.offsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTests {
    private static final int BLOCK = Seal.CHUNK + Seal.TAG;

    @TempDir
    Path folder;

    private KeyRing keys;

    @BeforeEach
    void makeKey() throws IOException {
        keys = KeyRing.create(folder.resolve("offsite.key"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 65_535, 65_536, 65_537, 131_071, 131_072, 131_073, 1_000_000})
    void whatIsSealedOpensAgain(int bytes) throws IOException {
        var plain = noise(bytes);
        var sealed = seal(plain, keys);

        assertThat(open(sealed, keys)).isEqualTo(plain);
        assertThat(Seal.sealed(bytes)).isEqualTo(sealed.length);
        assertThat(Seal.plain(sealed.length)).isEqualTo(bytes);
    }

    @Test
    void theSameBackupIsNeverSealedTheSameWay() throws IOException {
        var plain = noise(1000);
        var one = seal(plain, keys);
        var other = seal(plain, keys);
        int same = 0;
        for (int i = Seal.HEADER; i < one.length; i++) same += one[i] == other[i] ? 1 : 0;
        assertThat(same).isLessThan(50);
    }

    @Test
    void anyPartCutOutSwappedOrRepeatedIsNoticed() throws IOException {
        for (int bytes : new int[] {5 * Seal.CHUNK, 4 * Seal.CHUNK + 1000}) {
            var whole = seal(noise(bytes), keys);
            var other = seal(noise(bytes), keys);
            for (int part = 0; part < 5; part++) {
                int removed = part;
                assertDamaged(changed(whole, parts -> parts.remove(removed)), "dropped " + part);
                assertDamaged(changed(whole, parts -> parts.add(removed, parts.get(removed))), "repeated " + part);
                assertDamaged(changed(whole, parts -> parts.add(parts.get(removed))), "appended " + part);
                assertDamaged(
                        changed(whole, parts -> parts.set(removed, parts(other).get(removed))), "of another " + part);
                for (int with = 0; with < part; with++) {
                    int swapped = with;
                    assertDamaged(
                            changed(whole, parts -> Collections.swap(parts, removed, swapped)), "swapped " + part);
                }
            }
        }
    }

    @Test
    void aCutAtAnyBoundaryAndBesideItIsNoticed() throws IOException {
        for (int bytes : new int[] {0, 1, 3 * Seal.CHUNK, 3 * Seal.CHUNK + 1}) {
            var whole = seal(noise(bytes), keys);
            for (int at = 0; at <= Seal.HEADER + Seal.TAG + 1; at++) cut(whole, at);
            for (int part = 1; part <= 4; part++) {
                for (int beside = -20; beside <= 20; beside++) cut(whole, Seal.HEADER + part * BLOCK + beside);
            }
            for (int more = 1; more <= 40; more++) {
                assertDamaged(Arrays.copyOf(whole, whole.length + more), more + " more");
            }
        }
    }

    @Test
    void anyFlippedBitIsNoticed() throws IOException {
        var whole = seal(noise(2 * Seal.CHUNK + 500), keys);
        var random = new Random(11);
        for (int round = 0; round < 1500; round++) {
            // Every bit of the header, then any.
            int bit = round < 8 * Seal.HEADER ? round : random.nextInt(8 * whole.length);
            var bytes = whole.clone();
            bytes[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> open(bytes, keys)).as("bit %d", bit).isInstanceOf(OffsiteFault.class);
        }
    }

    @Test
    void aWrongKeyIsNamedAsOne() throws IOException {
        var others = KeyRing.create(folder.resolve("other.key"));
        var sealed = seal(noise(10), keys);

        assertThatThrownBy(() -> open(sealed, others))
                .isInstanceOfSatisfying(
                        OffsiteFault.class, fault -> assertThat(fault.kind()).isEqualTo(OffsiteFault.Kind.WRONG_KEY))
                .hasMessageContaining(keys.sealing().name())
                .hasMessageContaining(others.sealing().name())
                .hasMessageEndingWith("add the line of the right key to that file");
    }

    @Test
    void anOlderKeyStillOpensAndTheFirstOneSeals() throws IOException {
        var old = seal(noise(10), keys);
        var fresh = KeyRing.create(folder.resolve("fresh.key"));
        var both =
                Files.readString(folder.resolve("fresh.key")) + "\n" + Files.readString(folder.resolve("offsite.key"));
        var ring = KeyRing.read(new SecretFile(Files.writeString(owned("both.key"), both), false));

        assertThat(open(old, ring)).isEqualTo(open(old, keys));
        assertThat(ring.sealing().name()).isEqualTo(fresh.sealing().name());
        assertThat(open(seal(noise(10), ring), fresh)).hasSize(10);
    }

    @Test
    void aKeyFileIsMadeOnceForTheServerAlone() throws IOException {
        var file = folder.resolve("offsite.key");
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(KeyRing.create(file).sealing().name())
                .isEqualTo(keys.sealing().name());
        assertThat(folder.toFile().list()).containsExactly("offsite.key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "\n\n", "AAAA\nAAAA", "é"})
    void aFileWithoutAKeyIsRefused(String content) throws IOException {
        var file = Files.writeString(owned("no.key"), content);
        assertThatThrownBy(() -> KeyRing.read(new SecretFile(file, false)))
                .isInstanceOf(OffsiteFault.class)
                .hasMessageContaining(file.toString());
    }

    private Path owned(String name) throws IOException {
        return Files.createFile(
                folder.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private void cut(byte[] whole, int at) {
        if (at < whole.length) assertDamaged(Arrays.copyOf(whole, at), "cut at " + at);
    }

    private interface Change {
        void to(List<byte[]> parts);
    }

    private static byte[] changed(byte[] whole, Change change) {
        var parts = parts(whole);
        change.to(parts);
        var out = new ByteArrayOutputStream();
        out.write(whole, 0, Seal.HEADER);
        parts.forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static List<byte[]> parts(byte[] whole) {
        var parts = new ArrayList<byte[]>();
        for (int at = Seal.HEADER; at < whole.length; at += BLOCK) {
            parts.add(Arrays.copyOfRange(whole, at, Math.min(whole.length, at + BLOCK)));
        }
        return parts;
    }

    private void assertDamaged(byte[] sealed, String how) {
        assertThatThrownBy(() -> open(sealed, keys))
                .as(how)
                .isInstanceOfSatisfying(
                        OffsiteFault.class, fault -> assertThat(fault.kind()).isEqualTo(OffsiteFault.Kind.DAMAGED));
    }

    private static byte[] noise(int bytes) {
        var noise = new byte[bytes];
        new Random(bytes).nextBytes(noise);
        return noise;
    }

    private static byte[] seal(byte[] plain, KeyRing keys) throws IOException {
        var out = new ByteArrayOutputStream();
        var sealed = new SealedOutput(out, keys.sealing());
        // In pieces that fit no chunk.
        for (int at = 0; at < plain.length; at += 7_777) sealed.write(plain, at, Math.min(7_777, plain.length - at));
        sealed.finish();
        return out.toByteArray();
    }

    private static byte[] open(byte[] sealed, KeyRing keys) throws IOException {
        try (var in = new SealedInput(new ByteArrayInputStream(sealed), keys)) {
            return in.readAllBytes();
        }
    }
}
