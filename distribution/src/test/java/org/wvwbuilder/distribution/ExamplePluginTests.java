package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.testing.Await;

/** A plugin of somebody else: built and tested by itself against staged artifacts, dropped into a folder, and at work after a restart. */
class ExamplePluginTests {
    private static final Path EXAMPLE = StagedRepository.CHECKOUT.resolve("plugin-api/examples/build-herald");

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

            Plugins.sign(gw2, target.getParent(), scratch.resolve("author.pem"));

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
            {"name": "%s", "chat_link": "%s", "game_mode": "wvw", "visibility": "public"}\
            """.formatted(name, ApiClient.ELEMENTALIST));
        assertThat(saved.statusCode()).isEqualTo(201);
    }

    /** Runs Maven on a copy of the example. */
    private Path build() throws Exception {
        var project = scratch.resolve("build-herald");
        StagedRepository.copy(EXAMPLE.resolve("src"), project.resolve("src"));
        Files.copy(EXAMPLE.resolve("pom.xml"), project.resolve("pom.xml"));
        StagedRepository.in(scratch).maven(project, "-o", "package");
        assertThat(project.resolve("target/build-herald-1.0.0-plugin.zip")).isRegularFile();
        return project.resolve("target/build-herald-1.0.0.jar");
    }
}
