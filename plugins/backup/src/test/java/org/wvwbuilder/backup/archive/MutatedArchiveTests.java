package org.wvwbuilder.backup.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thousands of changed backups, the same ones each time. Half are changed as files; half are changed below the sums, which
 * are then made right again, so that the change gets as far as it can.
 */
class MutatedArchiveTests {
    private static final int ROUNDS = Integer.getInteger("long", 0) > 0 ? 200_000 : 4_000;

    @TempDir
    Path folder;

    @Test
    void whateverIsChangedOnlyAFaultComesOfItAndNothingOutside() throws IOException {
        var archive = Sample.archive(folder);
        var whole = Files.readAllBytes(archive.file());
        var tar = tar(archive.manifest());
        var inside = Files.createDirectory(folder.resolve("inside"));
        var before = Sample.tree(folder);
        var random = new Random(20261128);
        int unpacked = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var bytes = round % 2 == 0 ? mutated(whole, random) : sealed(mutated(tar, random), random);
            var file = Files.write(inside.resolve("copy"), bytes);
            if (unpacks(file, inside.resolve("to"))) {
                unpacked++;
                assertThat(bytes).as("round %d", round).isEqualTo(whole);
                new Unpacking.Into(inside.resolve("to")).remove();
            }
            Files.delete(file);
            assertThat(Sample.tree(folder)).as("round %d", round).isEqualTo(before);
        }
        assertThat(unpacked).isLessThan(ROUNDS / 10);
    }

    private boolean unpacks(Path file, Path to) throws IOException {
        try {
            new ArchiveReader(file).unpack(to, Progress.NONE);
            return true;
        } catch (ArchiveFault expected) {
            assertThat(expected).hasMessageMatching("(?s).*[:;] ?.*");
            return false;
        }
    }

    /** The tar as it stands in the sample, unpacked: the manifest's part, then the files'. */
    private static byte[] tar(Manifest manifest) throws IOException {
        var json = ManifestJson.bytes(manifest);
        var out = new ByteArrayOutputStream();
        out.write(TarHeader.of(Manifest.NAME, json.length, Sample.CREATED.getEpochSecond()));
        out.write(json);
        return out.toByteArray();
    }

    /** Frames a changed manifest rightly, and puts an empty second member behind it. */
    private static byte[] sealed(byte[] manifest, Random random) throws IOException {
        var out = new ByteArrayOutputStream();
        Sample.member(
                out,
                GzipFraming.first(),
                Arrays.copyOf(manifest, manifest.length + TarHeader.padding(manifest.length)));
        Sample.member(out, GzipFraming.second(), new byte[random.nextInt(3) * TarHeader.BLOCK]);
        out.write(GzipFraming.last(Sha256.start().digest(out.toByteArray())));
        return out.toByteArray();
    }

    private static byte[] mutated(byte[] whole, Random random) {
        var bytes = whole.clone();
        for (int change = 0; change <= random.nextInt(4); change++) {
            int at = random.nextInt(bytes.length);
            int end = Math.min(bytes.length, at + 1 + random.nextInt(64));
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) "0123456789\"{}[],:-.\\/e\0".charAt(random.nextInt(23));
                case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                case 3 -> Arrays.fill(bytes, at, end, (byte) random.nextInt(256));
                case 4 -> System.arraycopy(bytes, random.nextInt(bytes.length - (end - at) + 1), bytes, at, end - at);
                default -> bytes = Arrays.copyOf(bytes, bytes.length + random.nextInt(600));
            }
        }
        return bytes;
    }
}
