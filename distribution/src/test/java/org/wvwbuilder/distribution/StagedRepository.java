package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A local Maven repository with the libraries of this machine's, and of ours nothing but what authors of plugins get. */
record StagedRepository(Path folder, Path scratch) {
    static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    static final String VERSION = System.getProperty("wvw.version");
    private static final long MINUTES = 5;

    private static final Pattern ARTIFACT = Pattern.compile("(?m)^  <artifactId>(.*)</artifactId>");

    static StagedRepository in(Path scratch) throws IOException {
        var known = Path.of(System.getProperty("wvw.repository"));
        var staged = scratch.resolve("repository");
        link(known, staged, "org");
        link(known.resolve("org"), staged.resolve("org"), "wvwbuilder");
        var ours = staged.resolve("org/wvwbuilder");
        put(CHECKOUT.resolve("pom.xml"), ours.resolve("wvw-builder"), "wvw-builder-" + VERSION + ".pom");
        // The same list as that of the kit which a release brings.
        for (var published : Files.readAllLines(CHECKOUT.resolve(".ci/kit"))) {
            var module = CHECKOUT.resolve(published);
            var artifact = ours.resolve(artifact(module.resolve("pom.xml")));
            var name = artifact.getFileName() + "-" + VERSION;
            put(module.resolve("pom.xml"), artifact, name + ".pom");
            put(module.resolve("target").resolve(name + ".jar"), artifact, name + ".jar");
        }
        return new StagedRepository(staged, scratch);
    }

    private static String artifact(Path pom) throws IOException {
        var named = ARTIFACT.matcher(Files.readString(pom));
        assertThat(named.find()).as(pom.toString()).isTrue();
        return named.group(1);
    }

    /** Runs Maven in a folder, and fails with what it said when it fails. */
    void maven(Path in, String... words) throws IOException, InterruptedException {
        var log = Files.createTempFile(scratch, "maven", ".log");
        var command = new ArrayList<>(List.of("mvn", "-B", "-ntp", "-Dmaven.repo.local=" + folder));
        command.addAll(List.of(words));
        var maven = new ProcessBuilder(command)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!maven.waitFor(MINUTES, TimeUnit.MINUTES)) {
            maven.destroyForcibly();
            throw new AssertionError(MINUTES + " minutes passed: " + Files.readString(log));
        }
        assertThat(maven.exitValue()).as(Files.readString(log)).isZero();
    }

    private static void link(Path from, Path to, String butNot) throws IOException {
        Files.createDirectories(to);
        try (var entries = Files.list(from)) {
            for (var entry : entries.toList()) {
                var name = entry.getFileName().toString();
                if (!name.equals(butNot)) Files.createSymbolicLink(to.resolve(name), entry);
            }
        }
    }

    private static void put(Path file, Path artifact, String name) throws IOException {
        var folder = Files.createDirectories(artifact.resolve(VERSION));
        Files.copy(file, folder.resolve(name));
    }

    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else Files.copy(file, target);
            }
        }
    }
}
