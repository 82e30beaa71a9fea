package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a new author: a plugin from the archetype, its tests, its zip, and the server that it is put into. */
class ArchetypeTests {
    private static final String GENERATE = "org.apache.maven.plugins:maven-archetype-plugin:3.4.0:generate";

    @TempDir
    Path folder;

    @TempDir
    Path scratch;

    @Test
    void whatItMakesIsTestedAndRunsAtOnce() throws Exception {
        var zip = build();
        try (var browser = Browser.open();
                var gw2 = Gw2.in(folder)) {
            Accounts.add(gw2, "admin", "admin");
            gw2.with("GW2_PLUGINS_UNSIGNED", "allow");
            var installed = gw2.command("plugins", "install", zip.toString());
            assertThat(installed.out()).as(installed.err()).contains("Installed guild-notes");
            var server = gw2.run();
            var address = server.awaitReady();
            var admin = Accounts.signIn(server, "admin");
            assertThat(Plugins.read(admin.get("/api/v1/plugins").body())
                            .get("guild-notes")
                            .state())
                    .isEqualTo("RUNNING");
            assertThat(admin.post("/api/v1/guild-notes", "{\"text\": \"Reset at eight\"}")
                            .statusCode())
                    .isEqualTo(201);
            assertThat(gw2.command("guild-notes", "list").out()).contains("Reset at eight");
            for (var reader : java.util.List.of(Visit.Reader.ENGLISH, Visit.Reader.FRENCH_ON_A_PHONE)) {
                try (var visit = browser.visit(reader)) {
                    signInOnTheWayTo(visit, address.resolve("/guild-notes"));
                    visit.heading("Notes", "Notes").waitFor();
                    visit.page().getByText("Reset at eight").waitFor();
                    if (!reader.french()) {
                        visit.fill("text", "Bring siege");
                        visit.button("Add", "Ajouter").click();
                    }
                    visit.page().getByText("Bring siege").waitFor();
                    visit.requireAccessible();
                    visit.requireQuiet();
                    visit.picture("archetype");
                    refusalIsReadInOnesLanguage(visit);
                }
            }
        }
    }

    /** Who is not signed in is told so, and comes back to the page. */
    private static void refusalIsReadInOnesLanguage(Visit visit) {
        visit.button("Add", "Ajouter").click();
        visit.page()
                .getByText(visit.words("A note has 1 to 500 characters.", "Une note a de 1 à 500 caractères."))
                .waitFor();
        assertThat(visit.forgive()).singleElement().asString().contains("422");
    }

    private static void signInOnTheWayTo(Visit visit, URI page) {
        visit.open(page);
        visit.heading("Nothing stands here for visitors", "Il n’y a rien ici pour les visiteurs")
                .waitFor();
        assertThat(visit.page().title()).startsWith(visit.words("Sign in", "Se connecter"));
        visit.page().locator("main button").click();
        visit.page().waitForURL(page.resolve("/sign-in").toString());
        visit.fill("username", "admin");
        visit.fill("password", Accounts.PASSWORD);
        visit.button("Sign in", "Se connecter").click();
        visit.page().waitForURL(page.toString());
    }

    /** As the guide to testing says for the day of a release. */
    private static void recordRelease(StagedRepository repository, Path project) throws Exception {
        var released = Files.createDirectories(project.resolve("src/test/released"));
        Files.writeString(
                released.resolve("V1.rows.sql"),
                "INSERT INTO guild_notes_notes (id, at, text) VALUES ('1', 1760000000000, 'Reset at eight');");
        repository.maven(project, "-o", "test", "-Dplugin.record=1.0.0", "-Dtest=PluginContractTests");
        assertThat(released.resolve("release")).hasContent("1.0.0");
        assertThat(released.resolve("V1__notes.sql")).content().contains("CREATE TABLE guild_notes_notes");
    }

    private Path build() throws Exception {
        var repository = StagedRepository.in(scratch);
        repository.maven(
                scratch,
                GENERATE,
                "-DarchetypeGroupId=org.wvwbuilder",
                "-DarchetypeArtifactId=wvw-plugin-archetype",
                "-DarchetypeVersion=" + StagedRepository.VERSION,
                "-DarchetypeCatalog=internal",
                "-DgroupId=com.example",
                "-DartifactId=guild-notes",
                "-Dpackage=com.example.guildnotes");
        var project = scratch.resolve("guild-notes");
        assertThat(project.resolve(".gitignore")).content().contains("target/", "*.pem");
        repository.maven(project, "-o", "verify");
        assertThat(project.resolve("target/surefire-reports")).isNotEmptyDirectory();
        recordRelease(repository, project);
        return project.resolve("target/guild-notes-1.0.0-plugin.zip");
    }
}
