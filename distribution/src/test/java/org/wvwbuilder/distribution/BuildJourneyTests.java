package org.wvwbuilder.distribution;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A player's way through the builds: made by hand with gear, changed by two at once, deleted and put back. */
class BuildJourneyTests {
    private static final String PASSWORD = "a quaggan in the lava";

    @TempDir
    private static Path folder;

    private static Gw2 gw2;
    private static RunningServer server;
    private static URI address;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        browser = Browser.open();
        gw2 = Gw2.in(folder);
        Accounts.add(gw2, "aria", "admin");
        Accounts.add(gw2, "braham", "member");
        server = gw2.run();
        address = server.awaitReady();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (gw2 != null) gw2.close();
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
    void aBuildIsMadeByHandChangedDeletedAndPutBack(Visit.Reader reader) {
        try (var visit = browser.visit(reader)) {
            signIn(visit);
            var name = "Firebrand of " + reader.locale() + " " + reader.width();
            make(visit, name);
            look(visit, name);
            find(visit, name);
            deleteAndPutBack(visit, name);
            visit.requireQuiet();
        }
    }

    private static void signIn(Visit visit) {
        visit.open(address.resolve("/sign-in"));
        visit.fill("username", "braham");
        visit.fill("password", PASSWORD);
        visit.button("Sign in", "Se connecter").click();
        visit.page().locator("wvw-home-member h1").waitFor();
    }

    private static void make(Visit visit, String name) {
        visit.open(address.resolve("/builds/new/edit"));
        visit.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(visit.words("Guardian", "Gardien")))
                .click();
        visit.page().locator("wvw-editor-lines select").nth(0).selectOption("Honor");
        visit.page().locator("wvw-editor-lines select").nth(2).selectOption("Firebrand");
        visit.page().locator("wvw-editor-lines .trait").nth(0).click();
        pick(combo(visit, "Heal", "Soin").first(), "Mantra of Solace");
        pick(combo(visit, "Attributes for all", "Statistiques pour tout"), "Minstrel's");
        pick(combo(visit, "Rune for all", "Rune pour tout"), "Superior Rune of the Monk");
        visit.page().locator("wvw-editor-slot .line").first().click();
        visit.page().locator("wvw-editor-slot select").first().selectOption(visit.words("Axe", "Hache"));
        assertThat(visit.page().locator("wvw-build-attributes"))
                .containsText(Pattern.compile(visit.words("Healing power\\s*1,", "Guérison\\s*1")));
        visit.requireAccessible();
        visit.fill("name", name);
        visit.fill("notes", "Stay **on tag**. <img src=x onerror=\"document.title='run'\">");
        visit.page().reload();
        assertThat(visit.page().locator("wvw-build-editor"))
                .containsText(visit.words("Your unsaved changes are here again", "Vos modifications non enregistrées"));
        visit.picture("editor");
        visit.button("Save", "Enregistrer").click();
        assertThat(visit.heading(name, name)).isVisible();
    }

    private static void look(Visit visit, String name) {
        assertThat(visit.page().locator("wvw-build-gear")).containsText("Superior Rune of the Monk");
        assertThat(visit.page().locator("wvw-build-gear")).containsText(visit.words("Axe", "Hache"));
        assertThat(visit.page().locator("wvw-build-detail .text strong")).hasText("on tag");
        assertThat(visit.page()).hasTitle(name + " · WvW Builder");
        visit.button("Copy share code", "Copier le code de partage").click();
        assertThat((String) visit.page().evaluate("navigator.clipboard.readText()"))
                .startsWith("wvw1.");
        visit.button("Show the history", "Afficher l’historique").click();
        assertThat(visit.page().locator("wvw-build-history .list > li")).hasCount(1);
        visit.requireAccessible();
        visit.picture("build-with-gear");
    }

    private static void find(Visit visit, String name) {
        visit.open(address.resolve("/builds"));
        var cards = visit.page().locator("wvw-build-card");
        visit.page().locator("wvw-build-filters select").nth(0).selectOption("Firebrand");
        assertThat(cards.filter(new Locator.FilterOptions().setHasText(name))).hasCount(1);
        visit.page().locator("wvw-build-filters select").nth(1).selectOption("roamer");
        assertThat(visit.heading("Nothing fits", "Rien ne correspond")).isVisible();
        visit.requireAccessible();
        visit.button("Clear the filters", "Effacer les filtres").click();
        assertThat(visit.page().locator("wvw-build-filters select").nth(1)).hasValue("");
        assertThat(visit.page().locator("wvw-build-filters select").nth(0)).hasValue("");
        visit.picture("builds-filtered");
        cards.filter(new Locator.FilterOptions().setHasText(name)).click();
        assertThat(visit.heading(name, name)).isVisible();
    }

    private static void deleteAndPutBack(Visit visit, String name) {
        visit.button("Delete", "Supprimer").click();
        visit.page().locator("wvw-confirm .danger").click();
        visit.button("Undo", "Annuler").click();
        assertThat(visit.heading(name, name)).isVisible();
        visit.button("Delete", "Supprimer").click();
        visit.page().locator("wvw-confirm .danger").click();
        visit.page().waitForURL("**/builds");
        visit.open(address.resolve("/builds/trash"));
        var row = visit.page().locator("wvw-build-trash li").filter(new Locator.FilterOptions().setHasText(name));
        assertThat(row).hasCount(1);
        visit.requireAccessible();
        visit.picture("trash");
        row.getByRole(AriaRole.BUTTON).first().click();
        assertThat(row).hasCount(0);
    }

    @Test
    void twoWhoSaveAtOnceMergeAndNothingIsLost() throws Exception {
        try (var visit = browser.visit(Visit.Reader.ENGLISH)) {
            var client = Accounts.signIn(server, "braham");
            var path = "/api/v1/builds/"
                    + ApiClient.text(client.saveBuild("Shared").body(), "id");
            signIn(visit);
            visit.open(address.resolve(path.replace("/api/v1", "") + "/edit"));
            visit.fill("name", "Mine");
            assertThat(client.send("PATCH", path, "{\"name\": \"Theirs\", \"role\": \"healer\"}")
                            .statusCode())
                    .isEqualTo(200);
            visit.button("Save", "Enregistrer").click();
            var merge = visit.page().locator("wvw-editor-merge");
            assertThat(merge.locator("fieldset")).hasCount(2);
            visit.requireAccessible();
            visit.picture("merge");
            visit.button("Go on with this", "Continuer avec ce choix").click();
            visit.button("Save", "Enregistrer").click();
            assertThat(visit.heading("Mine", "Mine")).isVisible();
            assertThat(visit.page().locator("wvw-build-head")).containsText("Healer");
            assertThat(visit.forgive()).as("only the refused request").hasSize(1);
        }
    }

    @Test
    void unsavedWorkIsAskedAboutAndWhatDoesNotFitIsNamedAtItsPlace() {
        try (var visit = browser.visit(Visit.Reader.ENGLISH)) {
            signIn(visit);
            visit.open(address.resolve("/builds/new/edit"));
            visit.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Warrior"))
                    .click();
            visit.fill("name", "");
            visit.link("Builds", "Builds").click();
            assertThat(visit.heading("Leave without saving?", "Quitter sans enregistrer ?"))
                    .isVisible();
            visit.requireAccessible();
            visit.button("Cancel", "Annuler").last().click();
            visit.button("Save", "Enregistrer").click();
            assertThat(visit.page().locator("wvw-editor-flaws")).containsText("Name");
            assertThat(visit.page().locator("vaadin-text-field[name=name][invalid]"))
                    .hasCount(1);
            visit.requireAccessible();
            assertThat(visit.forgive()).as("only the refused request").hasSize(1);
        }
    }

    /** Names, notes and tags that want to run: each stands there as text, on every page that shows it. */
    @Test
    void nothingThatSomebodyTypesRuns() throws Exception {
        var payloads = List.of(
                "<script>document.title='run'</script>",
                "<img src=x onerror=document.title='run'>",
                "<svg onload=document.title='run'>",
                "\"><iframe srcdoc=\"<script>parent.document.title='run'</script>\">",
                "[x](javascript:document.title='run')",
                "![x](x\" onerror=\"document.title='run')",
                "<a href=javascript:document.title='run'>x</a>",
                "${document.title='run'}");
        var client = Accounts.signIn(server, "braham");
        try (var visit = browser.visit(Visit.Reader.ENGLISH)) {
            signIn(visit);
            for (var payload : payloads) {
                var text = payload.replace("\\", "\\\\").replace("\"", "\\\"");
                var tag = text.length() > 40 ? "x" : text;
                var body = "{\"name\": \"%s\", \"notes\": \"%s\", \"tags\": [\"%s\"], \"chat_link\": \"%s\"}";
                var saved = client.post("/api/v1/builds", body.formatted(text, text, tag, ApiClient.ELEMENTALIST));
                assertThat(saved.statusCode()).as(saved.body()).isEqualTo(201);
                visit.open(address.resolve("/builds/" + ApiClient.text(saved.body(), "id")));
                assertThat(visit.page().locator("wvw-build-head h1")).hasText(payload);
                assertThat(visit.page().locator("wvw-build-detail .text :is(img, script, iframe, svg)"))
                        .hasCount(0);
                assertThat(visit.page().locator("a[href^='javascript:']")).hasCount(0);
                assertThat(visit.page().title()).isNotEqualTo("run");
            }
            visit.open(address.resolve("/builds"));
            visit.page().locator("wvw-build-card").first().waitFor();
            assertThat(visit.page().title()).isNotEqualTo("run");
            visit.requireQuiet();
        }
    }

    private static Locator combo(Visit visit, String english, String french) {
        return visit.page()
                .getByRole(
                        AriaRole.COMBOBOX,
                        new Page.GetByRoleOptions()
                                .setName(visit.words(english, french))
                                .setExact(true));
    }

    /** Types the whole name and takes what the list offers. */
    private static void pick(Locator field, String name) {
        var items = field.page().locator("vaadin-combo-box-item:visible");
        field.click();
        items.first().waitFor();
        field.fill(name);
        items.filter(new Locator.FilterOptions().setHasText(name)).first().click();
        assertThat(field).hasValue(name);
    }
}
