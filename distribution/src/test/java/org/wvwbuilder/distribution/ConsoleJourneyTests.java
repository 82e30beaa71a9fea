package org.wvwbuilder.distribution;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The way of a guild's first administrator through the console, from an empty server to a build kept and gone. */
class ConsoleJourneyTests {
    private static final String PASSWORD = "a quaggan in the lava";
    private static final String LINK = "[&DQQhNx4XNy4uFyUPvgC9ALoAvADpFpYBLhaXAQEECxMAAAAAAAAAAAAAAAAAAA==]";
    private static final Pattern TOKEN = Pattern.compile("setup token (\\S+)");

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
                new Visit.Reader("en-GB", 360, 740, ColorScheme.DARK),
                new Visit.Reader("fr-FR", 1280, 860, ColorScheme.LIGHT));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void fromAnEmptyServerToABuildKeptCopiedAndDeleted(Visit.Reader reader, @TempDir Path folder) throws Exception {
        try (var gw2 = Gw2.in(folder);
                var visit = browser.visit(reader)) {
            var server = gw2.run();
            var address = server.awaitReady();
            setUp(visit, address, server);
            signOutAndIn(visit);
            keep(visit);
            copy(visit);
            findAndDelete(visit, address);
            administer(visit, address);
            visit.requireQuiet();
        }
    }

    private static void setUp(Visit visit, URI address, RunningServer server) throws IOException {
        visit.open(address);
        visit.page().waitForURL("**/setup");
        assertThat(visit.heading("Your server is running", "Votre serveur tourne"))
                .isVisible();
        visit.requireAccessible();
        visit.picture("setup");
        var token = TOKEN.matcher(server.text());
        assertThat(token.find()).as("the setup token is printed").isTrue();
        visit.fill("token", token.group(1));
        visit.fill("email", "aria@example.org");
        visit.fill("username", "Aria");
        visit.fill("password", PASSWORD);
        visit.button("Create the administrator", "Créer l’administrateur").click();
        visit.page().waitForURL(address.resolve("/").toString());
        assertThat(visit.heading("Read a build from the game", "Lire un build du jeu"))
                .isVisible();
        visit.requireAccessible();
        visit.picture("home");
    }

    private static void signOutAndIn(Visit visit) {
        visit.page().locator("wvw-user-menu .who").click();
        visit.button("Sign out", "Se déconnecter").click();
        visit.page().locator("wvw-home-visitor h1").waitFor();
        visit.requireAccessible();
        visit.picture("visitor");
        visit.link("Sign in", "Se connecter").click();
        visit.fill("username", "aria@example.org");
        visit.fill("password", PASSWORD);
        visit.requireAccessible();
        visit.button("Sign in", "Se connecter").click();
        visit.page().locator("wvw-home-member h1").waitFor();
        assertThat((Integer) visit.page()
                        .evaluate("Object.values(localStorage).filter((value) => value.length > 20).length"))
                .as("no token is kept where scripts can read it")
                .isZero();
    }

    private static void keep(Visit visit) {
        visit.page().locator("wvw-paste input").fill(LINK);
        visit.button("Read the build", "Lire le build").click();
        visit.page().locator("wvw-build-form").waitFor();
        assertThat(visit.heading("Wilderness Survival", "Wilderness Survival")).isVisible();
        assertThat(visit.page().locator("wvw-build-traits .on")).containsText(new String[] {
            "Arachnophobia",
            "Ambidexterity",
            "Poison Master",
            "Trapper's Expertise",
            "Fang and Claw",
            "Quick Draw",
            "Live Fast",
            "Predator's Cunning",
            "Leader of the Pack"
        });
        assertThat(visit.page().locator("wvw-build-traits li")).hasCount(27);
        assertThat(visit.page().locator("wvw-build-skills[place=terrestrial]")).containsText("One Wolf Pack");
        assertThat(visit.page().locator("wvw-build-skills[place=aquatic]")).containsText("Juvenile Jaguar");
        visit.requireAccessible();
        visit.picture("decoded");
        visit.fill("name", "Trapper of the third tower");
        visit.fill("notes", "<img src=x onerror=alert(1)> Stay on tag.");
        visit.button("Save the build", "Enregistrer le build").click();
        assertThat(visit.heading("Trapper of the third tower", "Trapper of the third tower"))
                .isVisible();
        visit.requireAccessible();
        visit.picture("build");
    }

    private static void copy(Visit visit) {
        visit.button("Copy chat link", "Copier le lien").click();
        assertThat(visit.page().locator("wvw-toasts")).containsText(visit.words("Chat link copied", "Lien copié"));
        assertThat(visit.page().evaluate("navigator.clipboard.readText()")).isEqualTo(LINK);
        visit.link("Edit", "Modifier").click();
        visit.page().locator("wvw-editor-gear").waitFor();
        visit.fill("name", "Trapper of the lord's room");
        visit.requireAccessible();
        visit.picture("edit");
        visit.button("Save", "Enregistrer").click();
        assertThat(visit.heading("Trapper of the lord's room", "Trapper of the lord's room"))
                .isVisible();
    }

    private static void findAndDelete(Visit visit, URI address) {
        visit.open(address.resolve("/builds"));
        var cards = visit.page().locator("wvw-build-card");
        assertThat(cards).hasCount(1);
        visit.requireAccessible();
        visit.picture("builds");
        visit.page().locator("wvw-build-filters input").fill("nothing like it");
        assertThat(visit.heading("Nothing fits", "Rien ne correspond")).isVisible();
        visit.button("Clear the filters", "Effacer les filtres").click();
        cards.first().click();
        visit.button("Delete", "Supprimer").click();
        visit.requireAccessible();
        visit.page().locator("wvw-confirm .danger").click();
        assertThat(visit.heading("No builds yet", "Pas encore de build")).isVisible();
        visit.requireAccessible();
        visit.picture("empty");
    }

    private static void administer(Visit visit, URI address) {
        for (var name : new String[] {"plugins", "jobs", "settings"}) {
            visit.open(address.resolve("/" + name));
            visit.page().locator("main li, main wvw-empty").first().waitFor();
            visit.requireAccessible();
            if (name.equals("jobs")) runAJob(visit);
            visit.picture(name);
        }
        var menu = visit.page().locator("wvw-header .toggle");
        if (menu.isVisible()) {
            menu.click();
            assertThat(visit.page().locator("wvw-nav[open] nav")).isInViewport();
            visit.requireAccessible();
            visit.picture("drawer");
            menu.click();
            assertThat(visit.page().locator("wvw-nav[open]")).hasCount(0);
        }
    }

    private static void runAJob(Visit visit) {
        var trash =
                visit.page().locator("main li").filter(new Locator.FilterOptions().setHasText("builds/trash-purge"));
        trash.locator("button").first().click();
        assertThat(trash)
                .containsText(visit.words(
                        "builds that were deleted more than 30 days ago are gone",
                        "builds effacés pour de bon : 0 (supprimés depuis plus de 30 jours)"));
    }
}
