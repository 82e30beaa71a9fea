package org.wvwbuilder.backup.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTests {
    @TempDir
    Path folder;

    @Test
    void whatIsPackedComesBack() throws IOException {
        var archive = Sample.archive(folder);

        var manifest = new ArchiveReader(archive.file()).unpack(folder.resolve("to"), Progress.NONE);

        assertThat(manifest).isEqualTo(archive.manifest());
        assertThat(manifest.content()).isEqualTo(Sample.description());
        for (var file : Sample.files(folder.resolve("from")).entrySet()) {
            assertThat(folder.resolve("to").resolve(file.getKey())).hasSameBinaryContentAs(file.getValue());
        }
        assertThat(Sample.tree(folder.resolve("to")))
                .containsExactly(
                        "block",
                        "gw2_wvwbuilder.db",
                        "plugins",
                        "plugins/console",
                        "plugins/console/Icon_1.png",
                        "plugins/console/text.txt");
    }

    @Test
    void nobodyElseMayReadABackupOrWhatComesOutOfIt() throws IOException {
        var archive = Sample.archive(folder);
        var to = folder.resolve("to");
        new ArchiveReader(archive.file()).unpack(to, Progress.NONE);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive.file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(to)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(to.resolve("gw2_wvwbuilder.db"))))
                .isEqualTo("rw-------");
    }

    @Test
    void theManifestIsReadWithoutTheRest() throws IOException {
        var archive = Sample.archive(folder);
        var bytes = Files.readAllBytes(archive.file());
        Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0);
        Files.write(archive.file(), bytes);

        assertThat(new ArchiveReader(archive.file()).manifest()).isEqualTo(archive.manifest());
        assertThatThrownBy(() -> new ArchiveReader(archive.file()).verify(Progress.NONE))
                .isInstanceOf(ArchiveFault.class);
    }

    @Test
    void progressGoesFromNothingToAll() throws IOException {
        var seen = new ArrayList<Long>();
        var archive = Sample.archive(folder);
        new ArchiveReader(archive.file()).verify((done, total) -> {
            assertThat(total).isEqualTo(archive.manifest().bytes());
            seen.add(done);
        });

        assertThat(seen).isSorted().last().isEqualTo(archive.manifest().bytes());
    }

    @Test
    void standardToolsOpenIt() throws Exception {
        var archive = Sample.archive(folder);
        var to = Files.createDirectory(folder.resolve("to"));

        assertThat(run("tar", "xf", archive.file().toString(), "-C", to.toString()))
                .isEmpty();
        assertThat(run("gzip", "-tv", archive.file().toString())).contains("OK").doesNotContain("warning");
        assertThat(run("sha256sum", archive.file().toString())).startsWith(archive.sha256());

        assertThat(Sample.tree(to)).contains("manifest.json", "plugins/console/text.txt");
        assertThat(ManifestJson.read(Files.readAllBytes(to.resolve("manifest.json"))))
                .isEqualTo(archive.manifest());
        assertThat(to.resolve("gw2_wvwbuilder.db"))
                .hasSameBinaryContentAs(folder.resolve("from").resolve("one"));
    }

    @Test
    void aByteFlippedAnywhereIsNoticed() throws IOException {
        var whole = Files.readAllBytes(Sample.archive(folder).file());
        var random = new Random(2026);
        int noticed = 0;
        for (int copy = 0; copy < 200; copy++) {
            var bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            noticed += refused(bytes) ? 1 : 0;
        }
        assertThat(noticed).isEqualTo(200);
    }

    @Test
    void aBitFlippedInTheFramingIsNoticed() throws IOException {
        var whole = Files.readAllBytes(Sample.archive(folder).file());
        for (int bit = 0; bit < 8 * 70; bit++) {
            for (int at : new int[] {bit / 8, whole.length - 1 - bit / 8}) {
                var bytes = whole.clone();
                bytes[at] ^= (byte) (1 << bit % 8);
                assertThat(refused(bytes)).as("bit %d of byte %d", bit % 8, at).isTrue();
            }
        }
    }

    @Test
    void aCopyThatWasCutOrGrewIsNoticed() throws IOException {
        var whole = Files.readAllBytes(Sample.archive(folder).file());
        var random = new Random(5);
        for (int i = 0; i < 200; i++) {
            int length = i < 100 ? whole.length - 1 - i : random.nextInt(whole.length);
            assertThat(refused(Arrays.copyOf(whole, length)))
                    .as("cut to %d", length)
                    .isTrue();
        }
        for (int more : new int[] {1, 2, 64, 512, 70_000}) {
            assertThat(refused(Arrays.copyOf(whole, whole.length + more)))
                    .as("%d more", more)
                    .isTrue();
        }
    }

    @Test
    void aFileThatChangesMeanwhileIsNotPacked() throws IOException {
        var files = Sample.files(folder.resolve("from"));
        var target = folder.resolve("backup.tar.gz");
        Progress writer = (done, total) -> {
            if (done < total / 2) return;
            try {
                Files.writeString(folder.resolve("from").resolve("three"), "another line\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };

        assertThatThrownBy(() -> ArchiveWriter.write(target, Sample.description(), files, writer))
                .isInstanceOf(ArchiveFault.class)
                .hasMessageContaining("changed while it was packed");
        assertThat(Sample.tree(folder)).doesNotContain("backup.tar.gz", "backup.tar.gz.part");
    }

    @Test
    void aBackupThatIsThereIsNeverReplaced() throws IOException {
        var first = Sample.archive(folder);
        var before = Files.readAllBytes(first.file());

        assertThatThrownBy(() -> Sample.archive(folder)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Files.readAllBytes(first.file())).isEqualTo(before);
    }

    @Test
    void aBackupThatFailsLeavesNothing() throws IOException {
        var files = new LinkedHashMap<>(Sample.files(folder.resolve("from")));
        var target = folder.resolve("backup.tar.gz");
        Progress stop = (done, total) -> {
            throw new IllegalStateException("stopped");
        };

        assertThatThrownBy(() -> ArchiveWriter.write(target, Sample.description(), files, stop))
                .hasMessage("stopped");
        assertThat(Sample.tree(folder)).noneMatch(name -> name.startsWith("backup"));
    }

    @Test
    void anUnpackingThatFailsLeavesNothing() throws IOException {
        var archive = Sample.archive(folder);
        var bytes = Files.readAllBytes(archive.file());
        bytes[bytes.length - 20] ^= 1;
        Files.write(archive.file(), bytes);
        var before = Sample.tree(folder);

        assertThatThrownBy(() -> new ArchiveReader(archive.file()).unpack(folder.resolve("to"), Progress.NONE))
                .isInstanceOf(ArchiveFault.class)
                .hasMessageContaining("sum over the backup");
        assertThat(Sample.tree(folder)).isEqualTo(before);
    }

    private boolean refused(byte[] bytes) throws IOException {
        var copy = Files.write(folder.resolve("copy.tar.gz"), bytes);
        try {
            new ArchiveReader(copy).verify(Progress.NONE);
            return false;
        } catch (ArchiveFault fault) {
            return true;
        }
    }

    private static String run(String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
