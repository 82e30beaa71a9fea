package org.wvwbuilder.distribution;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The operator's way through the page of the catalogue, against an official API of our own. */
class CatalogueJourneyTests {
    private static final String PASSWORD = "a quaggan in the lava";
    /** A trait of the build that is saved: Burning Precision. */
    private static final int TRAIT = 296;

    /** A run asks about a hundred times, and a busy machine takes its time. */
    private static final int PATIENCE = 90_000;

    private static final LocatorAssertions.ContainsTextOptions FETCHED =
            new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);

    private static Browser browser;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) browser.close();
    }

    static Stream<Visit.Reader> readers() {
        return Stream.of(
                Visit.Reader.ENGLISH,
                Visit.Reader.FRENCH_ON_A_PHONE,
                new Visit.Reader("en-GB", 360, 740, ColorScheme.DARK));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void anEditionIsFetchedComparedAndTheBuildsThatItTouchesAreNamed(Visit.Reader reader, @TempDir Path folder)
            throws Exception {
        try (var game = OfficialGame.start();
                var gw2 = Gw2.in(folder);
                var visit = browser.visit(reader)) {
            Accounts.add(gw2, "aria", "admin");
            var server = gw2.run("--set", "catalogue.sync=weekly", "--set", "catalogue.address=" + game.address());
            var client = Accounts.signIn(server, "aria");
            game.learn(client);
            save(client);
            signIn(visit, server.awaitReady());
            fetchFirst(visit, game);
            patch(game);
            visit.button("Fetch now", "Récupérer maintenant").click();
            report(visit);
            visit.picture("catalogue");
            refuse(visit, game);
            visit.requireQuiet();
        }
    }

    private static void save(ApiClient client) throws Exception {
        var saved = client.post("/api/v1/builds", """
                {"name": "Burner", "chat_link": "%s", "visibility": "public"}""".formatted(ApiClient.ELEMENTALIST));
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(201);
    }

    private static void signIn(Visit visit, URI address) {
        visit.open(address.resolve("/catalogue"));
        visit.button("Sign in", "Se connecter").click();
        visit.fill("username", "aria");
        visit.fill("password", PASSWORD);
        visit.button("Sign in", "Se connecter").click();
        assertThat(visit.heading("No edition was fetched yet", "Aucune édition récupérée"))
                .isVisible();
        assertThat(visit.heading("Every build fits the catalogue", "Tous les builds correspondent au catalogue"))
                .isVisible();
        visit.requireAccessible();
    }

    private static void fetchFirst(Visit visit, OfficialGame game) {
        game.holdAfter(12);
        visit.button("Fetch now", "Récupérer maintenant").click();
        var bar = visit.page().locator("wvw-catalogue-sync progress");
        assertThat(bar).isVisible();
        assertThat(visit.page().locator("wvw-catalogue-sync")).containsText(visit.words("answers", "réponses sur"));
        visit.requireAccessible();
        visit.picture("catalogue-running");
        game.goOn();
        assertThat(visit.page().locator("wvw-catalogue-sync .note"))
                .containsText(
                        visit.words("A new catalogue for build 183221", "Nouveau catalogue pour le build 183221"),
                        FETCHED);
        assertThat(bar).hasCount(0);
        assertThat(visit.page().locator("wvw-catalogue-editions li button")).hasCount(1);
    }

    /** One trait that the saved build uses gets a name that must not run, one is gone, and a pet is new. */
    private static void patch(OfficialGame game) {
        game.build.incrementAndGet();
        game.fact("traits", TRAIT).addProperty("name", "<img src=x onerror=document.title=1> Precision");
        game.forget("traits", 705);
        var pet = new JsonObject();
        pet.addProperty("id", 900);
        pet.addProperty("name", "Juvenile Griffon");
        game.tell("pets", pet);
    }

    private static void report(Visit visit) {
        var editions = visit.page().locator("wvw-catalogue-editions .editions li");
        assertThat(editions).hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
        var changes = visit.page().locator("wvw-catalogue-changes li");
        assertThat(changes).hasCount(3);
        assertThat(changes.filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("onerror")))
                .hasCount(1);
        visit.page()
                .locator("wvw-catalogue-changes .pick")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(visit.words("new", "nouveau")))
                .click();
        assertThat(changes).hasCount(1);
        assertThat(changes.first()).containsText("Juvenile Griffon");
        visit.page().locator("wvw-catalogue-changes select").selectOption("trait");
        assertThat(visit.heading("Nothing of this kind changed", "Rien de tel n’a changé"))
                .isVisible();
        visit.page().locator("wvw-catalogue-changes .pick").first().click();
        visit.page().locator("wvw-catalogue-changes select").selectOption("");
        assertThat(visit.page().locator("wvw-catalogue-reviews a")).containsText("Burner", FETCHED);
        assertThat(visit.page()).hasTitle(java.util.regex.Pattern.compile("WvW Builder"));
        visit.requireAccessible();
    }

    private static void refuse(Visit visit, OfficialGame game) {
        game.refusing = true;
        visit.button("Fetch now", "Récupérer maintenant").click();
        assertThat(visit.page().locator("wvw-catalogue-sync .note.bad"))
                .containsText(
                        visit.words("Nothing was changed. Try again later", "Rien n’a été changé. Réessayez plus tard"),
                        FETCHED);
        visit.requireAccessible();
        visit.picture("catalogue-failed");
    }

    @Test
    void aServerThatAsksNobodySaysHowToSwitchItOnAndTheCommandFetchesOnce(@TempDir Path folder) throws Exception {
        try (var game = OfficialGame.start();
                var gw2 = Gw2.in(folder);
                var visit = browser.visit(Visit.Reader.ENGLISH)) {
            Accounts.add(gw2, "aria", "admin");
            var server = gw2.run();
            game.learn(Accounts.signIn(server, "aria"));
            signIn(visit, server.awaitReady());
            assertThat(visit.page().locator("wvw-catalogue-sync")).containsText("sync = \"weekly\"");
            assertThat(visit.button("Fetch now", "")).hasCount(0);
            visit.picture("catalogue-off");
            var off = gw2.command("catalogue", "sync");
            assertThat(off.exit()).isEqualTo(1);
            assertThat(off.err().lines()).hasSize(1);
            var once = gw2.command(
                    "catalogue",
                    "sync",
                    "--json",
                    "--set",
                    "catalogue.sync=weekly",
                    "--set",
                    "catalogue.address=" + game.address());
            assertThat(once.exit()).as(once.output()).isZero();
            assertThat(once.out()).contains("\"outcome\": \"A new catalogue for build 183221");
            assertThat(gw2.command("catalogue", "editions").out()).contains("183221");
            assertThat(gw2.command("catalogue", "changes", "--what", "odd").exit())
                    .isEqualTo(2);
            visit.requireQuiet();
        }
    }
}
