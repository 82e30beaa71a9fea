package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.testing.Await;

/** A plugin of somebody else: built and tested by itself against staged artifacts, dropped into a folder, and at work after a restart. */
class ExamplePluginTests {
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Path EXAMPLE = CHECKOUT.resolve("plugin-api/examples/build-herald");

    /** What authors of plugins get of us, by the folder that it is built in. */
    private static final Map<String, String> PUBLISHED = Map.of(
            "plugin-api/api", "wvw-plugin-api",
            "plugin-api/testkit", "wvw-testkit",
            "plugin-api/testkit-home", "wvw-testkit-home",
            "core/testing", "wvw-testing");

    @TempDir
    Path folder;

    @TempDir
    Path scratch;

    @Test
    void aPluginBuiltElsewhereIsFoundAndAnswersAndHasItsPage() throws Exception {
        var jar = build();
        try (var browser = Browser.open();
                var gw2 = Gw2.in(folder)) {
            Accounts.add(gw2, "admin", "admin");
            gw2.run().terminate();
            var target = folder.resolve("data/plugins/build-herald/build-herald.jar");
            Files.createDirectories(target.getParent());
            Files.copy(jar, target);

            sign(gw2, target.getParent());

            assertThat(gw2.command("plugins").out()).contains("build-herald").doesNotContain("REJECTED");

            var server = gw2.run();
            var admin = Accounts.signIn(server, "admin");
            assertThat(Plugins.read(admin.get("/api/v1/plugins").body())
                            .get("build-herald")
                            .state())
                    .isEqualTo("RUNNING");
            assertThat(admin.get("/openapi.json").body()).contains("/api/v1/build-herald");
            look(browser, server, "Nothing yet", "Rien pour l’instant");
            savePublicly(admin, "Hammer train");
            Await.until(
                    "the herald tells the build",
                    Duration.ofSeconds(10),
                    () -> admin.get("/api/v1/build-herald").body().contains("Hammer train"));
            look(browser, server, "Hammer train", "Hammer train");
        }
    }

    /** As its author does, and somebody who trusts them. */
    private void sign(Gw2 gw2, Path plugin) throws IOException, InterruptedException {
        var key = scratch.resolve("author.pem").toString();
        for (var words : List.of(
                List.of("plugins", "keys", "new", key),
                List.of("plugins", "sign", plugin.toString(), "--key", key),
                List.of("plugins", "trust", key + ".pub"))) {
            var ended = gw2.command(words.toArray(String[]::new));
            assertThat(ended.exit()).as(ended.output()).isZero();
        }
    }

    /** The plugin's page, in both languages and widths, as it must be for the console's own. */
    private static void look(Browser browser, RunningServer server, String english, String french) {
        for (var reader : List.of(Visit.Reader.ENGLISH, Visit.Reader.FRENCH_ON_A_PHONE)) {
            try (var visit = browser.visit(reader)) {
                visit.open(server.awaitReady().resolve("/build-herald"));
                visit.heading("Notice board", "Panneau d’affichage").waitFor();
                visit.heading(english, french).waitFor();
                visit.requireAccessible();
                visit.requireQuiet();
                visit.picture("build-herald-" + english.toLowerCase(Locale.ROOT).replace(' ', '-'));
            }
        }
    }

    private static void savePublicly(ApiClient client, String name) throws IOException, InterruptedException {
        var saved = client.post("/api/v1/builds", """
                {"name": "%s", "chat_link": "%s", "game_mode": "wvw", "visibility": "public"}""".formatted(name, ApiClient.ELEMENTALIST));
        assertThat(saved.statusCode()).isEqualTo(201);
    }

    /** Runs Maven on a copy of the example, with a repository that knows the API only as a staged artifact. */
    private Path build() throws Exception {
        var project = scratch.resolve("build-herald");
        copy(EXAMPLE.resolve("src"), project.resolve("src"));
        Files.copy(EXAMPLE.resolve("pom.xml"), project.resolve("pom.xml"));
        var log = scratch.resolve("maven.log");
        var maven = new ProcessBuilder(List.of(
                        "mvn", "-o", "-q", "-B", "-Dmaven.repo.local=" + stage(), "-f", project.toString(), "package"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(maven.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(maven.exitValue()).as(Files.readString(log)).isZero();
        return project.resolve("target/build-herald-1.0.0.jar");
    }

    /** A local repository with the libraries of this machine's, and of ours nothing but what its authors get. */
    private Path stage() throws IOException {
        var known = Path.of(System.getProperty("wvw.repository"));
        var staged = scratch.resolve("repository");
        link(known, staged, "org");
        link(known.resolve("org"), staged.resolve("org"), "wvwbuilder");
        var version = System.getProperty("wvw.version");
        var ours = staged.resolve("org/wvwbuilder");
        put(CHECKOUT.resolve("pom.xml"), ours.resolve("wvw-builder"), "wvw-builder-" + version + ".pom", version);
        for (var published : PUBLISHED.entrySet()) {
            var module = CHECKOUT.resolve(published.getKey());
            var artifact = ours.resolve(published.getValue());
            var name = published.getValue() + "-" + version;
            put(module.resolve("pom.xml"), artifact, name + ".pom", version);
            put(module.resolve("target").resolve(name + ".jar"), artifact, name + ".jar", version);
        }
        return staged;
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

    private static void put(Path file, Path artifact, String name, String version) throws IOException {
        var folder = Files.createDirectories(artifact.resolve(version));
        Files.copy(file, folder.resolve(name));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else Files.copy(file, target);
            }
        }
    }
}
