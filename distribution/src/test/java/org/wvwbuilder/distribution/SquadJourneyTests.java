package org.wvwbuilder.distribution;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A commander's way from an empty guild to a squad that others read: team, roster, solve, save, export, link. */
class SquadJourneyTests {
    private static final String PASSWORD = "a quaggan in the lava";
    private static final String ATTACK = "<img src=x onerror=alert(1)>";
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
        return Stream.of(Visit.Reader.ENGLISH, Visit.Reader.FRENCH_ON_A_PHONE);
    }

    @ParameterizedTest
    @MethodSource("readers")
    void fromAnEmptyGuildToASquadThatOthersRead(Visit.Reader reader, @TempDir Path folder) throws Exception {
        try (var gw2 = Gw2.in(folder);
                var visit = browser.visit(reader);
                var guest = browser.visit(reader)) {
            // Without an administrator every page leads to the set-up.
            Accounts.add(gw2, "aria", "admin");
            Accounts.addCommander(gw2);
            Accounts.add(gw2, "bob", "member");
            var address = gw2.run().awaitReady();
            var shown = watched(visit, guest);
            signIn(visit, address);
            empty(visit, address);
            team(visit);
            roster(visit, address);
            solve(visit);
            var link = share(visit);
            read(guest, link);
            look(visit, address);
            visit.requireQuiet();
            guest.requireQuiet();
            assertThat(shown).as("no name or note runs").isEmpty();
        }
    }

    private static List<String> watched(Visit... visits) {
        var shown = new CopyOnWriteArrayList<String>();
        for (var visit : visits) {
            visit.page().onDialog(dialog -> {
                if (!dialog.type().equals("beforeunload")) shown.add(dialog.message());
                dialog.accept();
            });
        }
        return shown;
    }

    private static void signIn(Visit visit, URI address) {
        visit.open(address.resolve("/sign-in"));
        visit.fill("username", "commander");
        visit.fill("password", PASSWORD);
        visit.button("Sign in", "Se connecter").click();
        assertThat(visit.page().locator("panel-squads-tonight")).containsText(visit.words("Begin", "Commencer"));
        visit.requireAccessible();
        visit.picture("squads-home-empty");
    }

    private static void empty(Visit visit, URI address) {
        visit.open(address.resolve("/squads"));
        assertThat(visit.page().locator("wvw-squad-list .steps li")).hasCount(3);
        visit.requireAccessible();
        visit.picture("squads-empty");
        visit.page().locator("wvw-squad-list .steps .now").click();
    }

    private static void team(Visit visit) {
        visit.page().locator("wvw-team-list wvw-empty button").click();
        visit.page().locator("wvw-name-sheet [name=name]").fill("Night watch " + ATTACK);
        dialog(visit);
        visit.page().locator("wvw-name-sheet .primary").click();
        var invite = visit.page().locator("wvw-team-invite");
        invite.locator("[name=username]").fill("nobody-at-all");
        invite.locator("button").click();
        assertThat(invite.locator(".wrong")).containsText(visit.words("Nobody here has this name", "Personne ici"));
        assertThat(visit.forgive()).as("the refused name").hasSize(1);
        visit.requireAccessible();
        invite.locator("[name=username]").fill("bob");
        invite.locator("[name=role]").selectOption("editor");
        invite.locator("button").click();
        assertThat(visit.page().locator("wvw-team .rows select")).hasCount(2);
        // The last owner stays one.
        assertThat(visit.page().locator("wvw-team .rows select").first()).isDisabled();
        visit.requireAccessible();
        visit.picture("squads-team");
    }

    private static void roster(Visit visit, URI address) {
        visit.open(address.resolve("/rosters"));
        visit.page().locator("wvw-roster-list wvw-empty button").click();
        visit.page().locator("wvw-name-sheet [name=name]").fill("Regulars");
        visit.page().locator("wvw-name-sheet .primary").click();
        visit.page().locator("wvw-roster wvw-empty button").waitFor();
        visit.requireAccessible();
        visit.page().locator("wvw-roster wvw-empty button").click();
        dialog(visit);
        paste(visit, "Aria\nBrann, Cael", "firebrand-heal", 3);
        visit.button("Paste names", "Coller des noms").click();
        paste(visit, "Dorn; Elsa; Fenn", "tempest-heal", 6);
        visit.button("Paste names", "Coller des noms").click();
        paste(visit, "Gwyn, Hask, Iona, Jorm, Kira, " + ATTACK, "scourge-power", 12);
        edit(visit);
        var first = visit.page().locator("wvw-roster .here").first();
        first.click();
        assertThat(first).hasAttribute("aria-pressed", "false");
        first.click();
        assertThat(first).hasAttribute("aria-pressed", "true");
        visit.requireAccessible();
        visit.picture("squads-roster");
    }

    private static void paste(Visit visit, String names, String build, int count) {
        var sheet = visit.page().locator("wvw-paste-sheet");
        sheet.locator("textarea").fill(names);
        sheet.locator("[name=build]").selectOption(build);
        sheet.locator(".primary").click();
        assertThat(visit.page().locator("wvw-roster .rows > li")).hasCount(count);
        assertThat(sheet).hasCount(0);
    }

    /** Gives somebody a second build, puts it first, and writes a note. */
    private static void edit(Visit visit) {
        visit.button("Edit Gwyn", "Modifier Gwyn").click();
        var sheet = visit.page().locator("wvw-entry-sheet");
        sheet.locator("wvw-build-order > select, wvw-build-order ol + select").selectOption("firebrand-heal");
        assertThat(sheet.locator("wvw-build-order li")).hasCount(2);
        sheet.locator("wvw-build-order li .up").nth(1).click();
        assertThat(sheet.locator("wvw-build-order li").first()).hasAttribute("data-id", "firebrand-heal");
        sheet.locator("[name=note]").fill("<script>alert(2)</script> late");
        dialog(visit);
        visit.picture("squads-entry");
        sheet.locator(".end .primary").click();
        assertThat(visit.page().locator("wvw-roster")).containsText("<script>alert(2)</script> late");
    }

    private static void solve(Visit visit) {
        visit.link("Solve a squad", "Résoudre une escouade").click();
        var board = visit.page().locator("wvw-squad-board");
        assertThat(board.locator(".bench .seat")).hasCount(12);
        visit.requireAccessible();
        visit.button("Solve", "Résoudre").click();
        assertThat(board.locator(".groups .seat")).hasCount(12);
        assertThat(board.locator(".bench .seat")).hasCount(0);
        assertThat(board.locator(".stand .tag")).containsText(visit.words("every rule holds", "toutes les règles"));
        visit.button("Save", "Enregistrer").click();
        var sheet = board.locator("wvw-details-sheet");
        sheet.locator("[name=name]").fill("Reset " + ATTACK);
        sheet.locator("[name=notes]").fill(ATTACK);
        dialog(visit);
        sheet.locator(".primary").click();
        visit.page().waitForURL("**/squads/0*");
        board.locator("wvw-details-sheet").waitFor(gone());
        visit.requireAccessible();
        visit.picture("squads-board");
    }

    private static String share(Visit visit) throws Exception {
        visit.button("Export and share", "Exporter et partager").click();
        var sheet = visit.page().locator("wvw-export-sheet");
        assertThat(sheet.locator("pre")).containsText("Aria");
        visit.button("Copy", "Copier").first().click();
        var copied = (String) visit.page().evaluate("navigator.clipboard.readText()");
        assertThat(copied).isEqualTo(sheet.locator("pre").textContent()).contains("Aria", "Jorm");
        var picture = visit.page()
                .waitForDownload(
                        () -> visit.button("Picture (PNG)", "Image (PNG)").click());
        assertThat(Files.readAllBytes(picture.path())).startsWith(0x89, 'P', 'N', 'G');
        visit.button("Make a link", "Créer un lien").click();
        var link = sheet.locator("input[readonly]").inputValue();
        dialog(visit);
        visit.picture("squads-export");
        visit.page().keyboard().press("Escape");
        return link;
    }

    private static void read(Visit guest, String link) {
        guest.open(URI.create(link));
        assertThat(guest.page().locator("wvw-squad-grid .seat")).hasCount(12);
        assertThat(guest.page().locator("wvw-squad-shared .notes")).hasText(ATTACK);
        assertThat(guest.page().locator("wvw-squad-grid button.seat")).hasCount(0);
        guest.requireAccessible();
        guest.picture("squads-shared");
    }

    /** Every other page, once. */
    private static void look(Visit visit, URI address) {
        for (var page : List.of("squads", "squads/compare", "squads/judgements", "teams", "rosters", "")) {
            visit.open(address.resolve("/" + page));
            visit.page().locator("main h1").waitFor();
            visit.page().locator("wvw-skeleton").first().waitFor(gone());
            visit.requireAccessible();
            visit.picture("squads-page-" + page.replace('/', '-'));
        }
        assertThat(visit.page().locator("panel-squads-tonight")).containsText("Reset " + ATTACK);
    }

    /** On a phone axe takes what a modal dialog leaves uncovered of the page for small targets: there it looks at pages. */
    private static void dialog(Visit visit) {
        if (visit.page().viewportSize().width >= 600) visit.requireAccessible();
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
    }
}
