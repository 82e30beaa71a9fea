package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/**
 * What would make the next build of the same commit other bytes, as far as one build shows it: moments, accounts and
 * folders. {@code .ci/stages release} builds twice and compares.
 */
class ReproducibleTests {

    private static Stream<Path> files() throws IOException {
        return Files.walk(Tarball.home()).filter(Files::isRegularFile);
    }

    @Test
    void everythingHasTheOneTimeAndBelongsToRoot() throws Exception {
        var list = new ProcessBuilder("tar", "--full-time", "--utc", "-tvzf", System.getProperty("wvw.tarball"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var seen = new TreeSet<String>();
        try (var lines = list.inputReader()) {
            lines.lines()
                    .map(line -> line.split(" +"))
                    .forEach(word -> seen.add(word[1] + " " + word[3] + " " + word[4]));
        }
        assertThat(list.waitFor()).isZero();
        assertThat(seen).containsExactly("root/root 2026-11-01 00:00:00");
    }

    @Test
    void ourJarsHaveTheOneTimeInside() throws Exception {
        var jars = 0;
        for (var file : files().toList()) {
            if (!file.getFileName().toString().matches("wvw-.*\\.jar")) continue;
            jars++;
            try (var jar = new ZipFile(file.toFile())) {
                assertThat(jar.stream().map(entry -> entry.getTimeLocal().toString()))
                        .as(file.toString())
                        .containsOnly("2026-11-01T00:00");
            }
        }
        assertThat(jars).isGreaterThan(15);
    }

    @Test
    void noFileNamesTheFolderOrTheAccountOfTheBuild() throws Exception {
        var root = Path.of("..").toRealPath().toString();
        for (var file : files().toList()) {
            var text = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (var trace : List.of(root + "/", System.getProperty("user.home") + "/.m2")) {
                assertThat(text.contains(trace)).as("%s in %s", trace, file).isFalse();
            }
        }
    }
}
