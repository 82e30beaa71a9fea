package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an author downloads beside the tarball: artifacts with their sources, Javadoc, guides and examples. */
class KitTests {
    private static final String NAME = "wvw-builder-plugin-kit-" + StagedRepository.VERSION;
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");
    private static final long MINUTES = 5;

    @TempDir
    Path folder;

    @Test
    void theKitIsWholeAndTheSameEachTime() throws Exception {
        var packed = pack();
        var sum = sum(packed);
        run("tar", "-xzf", packed.toString(), "-C", folder.toString());
        assertThat(sum(pack())).as("packed again").isEqualTo(sum);
        try (var top = Files.list(folder)) {
            assertThat(top.map(file -> file.getFileName().toString())).containsExactly(NAME);
        }
        var kit = folder.resolve(NAME);
        haveSources(kit);
        assertThat(kit.resolve("javadoc/org.wvwbuilder.plugin.api/org/wvwbuilder/plugin/Problem.html"))
                .content()
                .contains("The note")
                .doesNotContain(StagedRepository.CHECKOUT.toString());
        leadNowhereElse(kit);
        assertThat(kit.resolve("examples/kill-feed/pom.xml")).isRegularFile();
        assertThat(kit.resolve("examples/src/assembly/zip.xml")).isRegularFile();
        try (var files = Files.walk(kit.resolve("examples"))) {
            assertThat(files).noneMatch(file -> file.endsWith("target"));
        }
    }

    /** Each class of ours that an author sees has its source beside it. */
    private static void haveSources(Path kit) throws IOException {
        for (var artifact : List.of("wvw-plugin-api", "wvw-testkit", "wvw-testing")) {
            var version =
                    kit.resolve("repository/org/wvwbuilder").resolve(artifact).resolve(StagedRepository.VERSION);
            var name = artifact + "-" + StagedRepository.VERSION;
            assertThat(version.resolve(name + ".pom")).isRegularFile();
            try (var jar = new ZipFile(version.resolve(name + ".jar").toFile());
                    var sources =
                            new ZipFile(version.resolve(name + "-sources.jar").toFile())) {
                var classes = jar.stream()
                        .map(entry -> entry.getName())
                        .filter(entry -> entry.matches("[^$]+\\.class"))
                        .map(entry -> entry.replace(".class", ".java"))
                        .toList();
                assertThat(classes).as(artifact).hasSizeGreaterThan(5);
                assertThat(sources.stream().map(entry -> entry.getName())).containsAll(classes);
            }
        }
    }

    /** Who has only the kit finds all that its pages link to. */
    private static void leadNowhereElse(Path kit) throws IOException {
        try (var files = Stream.concat(
                Stream.of(kit.resolve("README.md")),
                Stream.concat(Files.walk(kit.resolve("docs")), Files.walk(kit.resolve("examples"))))) {
            var pages = files.filter(file -> file.toString().endsWith(".md")).toList();
            assertThat(pages).hasSizeGreaterThan(12);
            for (var page : pages) {
                LINK.matcher(Files.readString(page))
                        .results()
                        .forEach(link -> assertThat(
                                        page.resolveSibling(link.group(1)).normalize())
                                .as(kit.relativize(page) + ": " + link.group(1))
                                .startsWith(kit)
                                .exists());
            }
        }
    }

    private Path pack() throws IOException, InterruptedException {
        run("bash", StagedRepository.CHECKOUT.resolve(".ci/stages").toString(), "kit");
        return StagedRepository.CHECKOUT.resolve("target/release").resolve(NAME + ".tar.gz");
    }

    private static String sum(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private void run(String... command) throws IOException, InterruptedException {
        var log = Files.createTempFile("kit", ".log");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) process.destroyForcibly();
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
        Files.delete(log);
    }
}
