package org.wvwbuilder.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every shell script of the project is clean for shellcheck. */
class ShellTests {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of(".git", "target", "data", "logs", "cache", "node_modules");

    private static List<Path> scripts(Path folder) throws IOException {
        var found = new ArrayList<Path>();
        try (var children = Files.list(folder)) {
            for (var child : children.sorted().toList()) {
                if (Files.isDirectory(child)) {
                    if (!NOT_OURS.contains(child.getFileName().toString())) found.addAll(scripts(child));
                } else if (isScript(child)) {
                    found.add(child);
                }
            }
        }
        return found;
    }

    private static boolean isScript(Path file) throws IOException {
        if (file.toString().endsWith(".sh")) return true;
        try (var in = Files.newInputStream(file)) {
            var head = new String(in.readNBytes(40), StandardCharsets.ISO_8859_1);
            return head.matches("(?s)#!.*[/ ](ba|da)?sh\\n.*");
        }
    }

    private static String shellcheck(List<Path> files) throws IOException, InterruptedException {
        var found = Files.isExecutable(Path.of("/usr/bin/shellcheck"));
        if ("true".equals(System.getenv("CI")))
            assertThat(found).as("CI installs shellcheck, see .ci/stages").isTrue();
        Assumptions.assumeTrue(found, "no shellcheck here: apt-get install shellcheck");
        var line = new ArrayList<>(List.of("shellcheck", "-x"));
        files.forEach(file -> line.add(file.toString()));
        var out = Files.createTempFile("shellcheck", "");
        var process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(out);
    }

    @Test
    void everyScriptIsClean() throws Exception {
        var scripts = scripts(ROOT);
        assertThat(scripts)
                .hasSizeGreaterThan(15)
                .contains(
                        ROOT.resolve(".ci/stages"),
                        ROOT.resolve("gw2"),
                        ROOT.resolve("distribution/src/main/files/deploy.sh"),
                        ROOT.resolve("distribution/src/main/files/libexec/deploy/target.sh"));
        assertThat(shellcheck(scripts)).isEmpty();
    }

    @Test
    void oneThatIsNotIsFound(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("bad"), "#!/bin/sh\nrm -rf $1/*\n");
        assertThat(scripts(folder)).hasSize(1);
        assertThat(shellcheck(scripts(folder))).contains("SC2086");
    }
}
