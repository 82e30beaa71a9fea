package org.wvwbuilder.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A zip from anywhere writes plain files into its folder, and nothing else anywhere. */
class UnpackingTests {
    @TempDir
    Path base;

    private Path into;

    @BeforeEach
    void folder() throws IOException {
        into = Files.createDirectories(base.resolve("a/b/into"));
    }

    @Test
    void filesInOneFolderOrInNoneAreUnpacked() throws Exception {
        Unpacking.unpack(zip("kill-feed-1.0/", "kill-feed-1.0/x.jar", "kill-feed-1.0/plugin.manifest"), into);
        Unpacking.unpack(zip("y.jar"), into);
        assertThat(into.resolve("x.jar")).hasContent("content of kill-feed-1.0/x.jar");
        assertThat(names()).containsExactly("plugin.manifest", "x.jar", "y.jar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../out.jar",
                "x/../../out.jar",
                "/tmp/out.jar",
                "..\\out.jar",
                "a/b.jar",
                "..",
                ".hidden",
                "C:x.jar",
                "x.jar/",
                "x\ny.jar",
                "x/y/z.jar"
            })
    void namesThatLeadElsewhereAreRefused(String name) throws Exception {
        var zip = zip("good.jar", name);
        assertThatThrownBy(() -> Unpacking.unpack(zip, into))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("no plain file");
        assertThat(names()).doesNotContain("out.jar");
        assertThat(base.resolve("out.jar")).doesNotExist();
        assertThat(base.resolve("a/out.jar")).doesNotExist();
        assertThat(base.resolve("a/b/out.jar")).doesNotExist();
    }

    @Test
    void namesThatDifferByCaseAreRefused() throws Exception {
        var zip = zip("x.jar", "X.jar");
        assertThatThrownBy(() -> Unpacking.unpack(zip, into)).hasMessageContaining("holds 'X.jar' twice");
    }

    @Test
    void tooManyEntriesAreRefusedBeforeAnyIsUnpacked() throws Exception {
        var zip = zip(IntStream.rangeClosed(0, FolderSums.MOST_FILES)
                .mapToObj(i -> "f" + i)
                .toArray(String[]::new));
        assertThatThrownBy(() -> Unpacking.unpack(zip, into)).hasMessageContaining("more than 500 entries");
        assertThat(names()).isEmpty();
    }

    /** One byte more than allowed, in a thousandth of the room. */
    @Test
    void whatGrowsTooLargeIsRefusedWhileItGrows() throws Exception {
        var most = 8 << 20;
        assertThatCode(() -> Unpacking.unpack(zeros(most / 2, most / 2), into, most))
                .doesNotThrowAnyException();
        Folders.delete(into);
        Files.createDirectories(into);
        var bomb = zeros(most / 2, most / 2 + 1);
        assertThat(Files.size(bomb)).isLessThan(most / 500);
        assertThatThrownBy(() -> Unpacking.unpack(bomb, into, most)).hasMessageContaining("unpacks to more than");
        assertThat(Files.size(into.resolve("zeros1"))).isLessThanOrEqualTo(most / 2);
    }

    @Test
    void whatIsNoZipIsRefused() throws Exception {
        var text = Files.writeString(base.resolve("no.zip"), "no zip");
        assertThatThrownBy(() -> Unpacking.unpack(text, into)).hasMessageContaining("is no zip");
        assertThatThrownBy(() -> Unpacking.unpack(base.resolve("gone.zip"), into))
                .hasMessageContaining("is no file");
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(into)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path zip(String... names) throws IOException {
        var zip = base.resolve("made.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var name : names) {
                out.putNextEntry(new ZipEntry(name));
                if (!name.endsWith("/")) out.write(("content of " + name).getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return zip;
    }

    private Path zeros(int... sizes) throws IOException {
        var zip = base.resolve("zeros.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (var i = 0; i < sizes.length; i++) {
                out.putNextEntry(new ZipEntry("zeros" + i));
                out.write(new byte[sizes[i]]);
                out.closeEntry();
            }
        }
        return zip;
    }
}
