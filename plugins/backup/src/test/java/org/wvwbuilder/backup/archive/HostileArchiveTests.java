package org.wvwbuilder.backup.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file says, nothing is written outside of the folder, and nothing is left of it when the file is refused. */
class HostileArchiveTests {
    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("backup.tar.gz");
    }

    @Test
    void theHostileWriterCanBeHarmlessToo() throws IOException {
        try (var archive = new Hostile(file)) {
            archive.manifest(Hostile.holding("a", CONTENT))
                    .header("a", CONTENT.length)
                    .content(CONTENT)
                    .end();
        }
        new ArchiveReader(file).unpack(folder.resolve("to"), Progress.NONE);
        assertThat(folder.resolve("to/a")).hasBinaryContent(CONTENT);
    }

    static List<String> names() {
        return List.of(
                "../a",
                "a/../../b",
                "..",
                ".",
                "/etc/passwd",
                "/",
                "",
                "a//b",
                "a/",
                "./a",
                "a\\..\\b",
                "C:a",
                "a b",
                ".ssh/authorized_keys",
                "-rf",
                "a\u0000b",
                "é",
                "a\nb",
                "x".repeat(101),
                "x/".repeat(60) + "x");
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNameThatLeadsElsewhereIsRefused(String name) throws IOException {
        try (var archive = new Hostile(file)) {
            archive.manifest(Hostile.empty(name.replace("\n", "\\n")))
                    .header(name, 0)
                    .end();
        }
        assertRefused("a backup cannot hold a file named");
    }

    @ParameterizedTest
    @CsvSource({
        "a,a",
        "a,A",
        "Data/a,data/a",
        "a,a/b",
        "a/b,a",
        "A/b,a",
        "a/b/c,A/B",
        "manifest.json,b",
        "Manifest.JSON,b",
        "manifest.json/a,b"
    })
    void namesThatAreOneOnSomeDiskAreRefused(String one, String other) throws IOException {
        try (var archive = new Hostile(file)) {
            archive.manifest(Hostile.empty(one), Hostile.empty(other))
                    .header(one, 0)
                    .header(other, 0)
                    .end();
        }
        assertRefused("clashes with another");
    }

    /** Hard link, symbolic link, devices, folder, pipe, the extensions of POSIX and GNU that rename what follows. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3", "4", "5", "6", "7", "g", "x", "L", "K", "S", "V", "\0"})
    void nothingButAPlainFileIsTaken(String type) throws IOException {
        try (var archive = new Hostile(file)) {
            archive.manifest(Hostile.empty("a")).header("a", 156, type).end();
        }
        assertRefused("in the place of a");
    }

    @ParameterizedTest
    @CsvSource({"100,0004755", "108,0000001", "157,/etc/passwd", "265,someone", "345,../.."})
    void noPartOfAHeaderMayBeAnother(int at, String instead) throws IOException {
        try (var archive = new Hostile(file)) {
            archive.manifest(Hostile.empty("a")).header("a", at, instead).end();
        }
        assertRefused("in the place of a");
    }

    @Test
    void aFileThatTheManifestDoesNotNameIsRefused() throws IOException {
        try (var archive = new Hostile(file)) {
            archive.manifest(Hostile.empty("a")).header("a", 0).header("b", 0).end();
        }
        assertRefused("something that its manifest does not name");
    }

    @Test
    void aFileThatIsMissingIsRefused() throws IOException {
        try (var archive = new Hostile(file)) {
            archive.manifest(Hostile.empty("a"), Hostile.empty("b"))
                    .header("a", 0)
                    .end();
        }
        assertRefused("in the place of b");
    }

    @Test
    void anotherContentIsRefused() throws IOException {
        try (var archive = new Hostile(file)) {
            archive.manifest(Hostile.holding("a", CONTENT))
                    .header("a", 7)
                    .content("Content".getBytes())
                    .end();
        }
        assertRefused("a in the backup is damaged");
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 8, 1_000_000, Long.MAX_VALUE / 1000})
    void aSizeThatIsALieIsRefused(long claimed) throws IOException {
        var sum = Hostile.holding("a", CONTENT).replaceAll("(?s).*sha256\" : \"|\".*", "");
        try (var archive = new Hostile(file)) {
            archive.manifest(Hostile.named("a", claimed, sum))
                    .header("a", claimed)
                    .content(CONTENT)
                    .end();
        }
        assertRefusedByAnyMeans();
    }

    @Test
    void sizesThatOverflowAreRefused() throws IOException {
        var huge = Hostile.empty("a").replace(" : 0", " : " + Long.MAX_VALUE);
        try (var archive = new Hostile(file)) {
            archive.manifest(huge, huge.replace("\"a\"", "\"b\"")).end();
        }
        assertRefused("more bytes than can be");
    }

    @Test
    void aFileThatFillsTheDiskIsRefusedBeforeItDoes() throws IOException {
        long bytes = 1L << 30;
        var sum = "0".repeat(64);
        try (var archive = new Hostile(file)) {
            archive.manifest(Hostile.named("a", bytes, sum))
                    .header("a", bytes)
                    .zeros(bytes)
                    .end();
        }
        assertThat(bytes / Files.size(file)).isGreaterThan(1000);
        assertRefused("more than 500 times its size");
    }

    @Test
    void moreFilesThanABackupHasAreRefused() throws IOException {
        var many = IntStream.rangeClosed(0, Manifest.MOST_FILES).mapToObj(i -> Hostile.empty("f" + i));
        try (var archive = new Hostile(file)) {
            archive.manifest(many.toArray(String[]::new)).end();
        }
        assertRefused("1 to 10000 files, not 10001");
    }

    @Test
    void bytesAfterTheLastFileAreRefused() throws IOException {
        try (var archive = new Hostile(file)) {
            archive.manifest(Hostile.empty("a")).header("a", 0).end().zeros(512);
        }
        assertRefused("compressed bytes are not those that were written");
    }

    @Test
    void bytesBetweenFilesAreRefused() throws IOException {
        var padded = new byte[512];
        System.arraycopy(CONTENT, 0, padded, 0, CONTENT.length);
        padded[100] = 1;
        try (var archive = new Hostile(file)) {
            archive.manifest(Hostile.holding("a", CONTENT))
                    .header("a", 7)
                    .header(padded)
                    .end();
        }
        assertRefused("after a the backup has something");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"format\":1}",
                "1",
                "{\"format\":1,\"format\":1}",
                "{\"format\":\"1\"}",
                "\"",
                "{\"format\":1,\"files\":{}}",
                "[[[["
            })
    void aManifestOfAnotherShapeIsRefused(String json) throws IOException {
        try (var archive = new Hostile(file)) {
            archive.json(json).end();
        }
        assertRefused("the manifest of the backup is not what was written");
    }

    @Test
    void aDeepManifestIsRefused() throws IOException {
        try (var archive = new Hostile(file)) {
            archive.json("[".repeat(1_000_000)).end();
        }
        assertRefused("the manifest of the backup is not what was written");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "0", "-1", "4294967297", "2147483647"})
    void aLaterFormatIsNamed(String format) throws IOException {
        try (var archive = new Hostile(file)) {
            archive.json("{\"format\":" + format + ",\"files\":{}}").end();
        }
        assertRefused("format");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "SQLite format 3\0", "PK\u0003\u0004"})
    void anyOtherFileIsRefused(String content) throws IOException {
        Files.writeString(file, content.isEmpty() ? content : content.repeat(200));
        assertRefusedByAnyMeans();
    }

    @Test
    void aTarOfSomebodyElseIsRefused() throws Exception {
        Files.writeString(folder.resolve("manifest.json"), "{}".repeat(500));
        var tar = new ProcessBuilder("tar", "czf", file.toString(), "-C", folder.toString(), "manifest.json").start();
        assertThat(tar.waitFor()).isZero();
        Files.delete(folder.resolve("manifest.json"));
        assertRefused("this is no backup of this product");
    }

    private void assertRefused(String why) {
        assertThatThrownBy(() -> new ArchiveReader(file).verify(Progress.NONE))
                .isInstanceOf(ArchiveFault.class)
                .hasMessageContaining(why);
        assertRefusedByAnyMeans();
    }

    private void assertRefusedByAnyMeans() {
        assertThatThrownBy(() -> new ArchiveReader(file).verify(Progress.NONE)).isInstanceOf(ArchiveFault.class);
        assertThatThrownBy(() -> new ArchiveReader(file).unpack(folder.resolve("to"), Progress.NONE))
                .isInstanceOfAny(ArchiveFault.class, IOException.class);
        assertThat(Sample.tree(folder)).containsExactly("backup.tar.gz");
    }
}
