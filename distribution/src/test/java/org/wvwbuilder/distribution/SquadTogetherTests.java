package org.wvwbuilder.distribution;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several who work on the same roster and squad, and a server that is away for a moment: nobody's work is lost. */
class SquadTogetherTests {
    @TempDir
    private static Path folder;

    private static Gw2 gw2;
    private static URI address;
    private static ApiClient api;
    private static Browser browser;
    private static String roster;
    private Visit visit;
    private Board board;
    private String squad;

    @BeforeAll
    static void start() throws Exception {
        browser = Browser.open();
        gw2 = Gw2.in(folder);
        // Without an administrator every page leads to the set-up.
        Accounts.add(gw2, "aria", "admin");
        Accounts.addCommander(gw2);
        var server = gw2.run();
        address = server.awaitReady();
        api = Accounts.signIn(server);
        var made = api.post("/api/v1/rosters", """
                {"name": "Regulars", "entries": [
                  {"player": "P0", "builds": ["firebrand-heal"]}, {"player": "P1", "builds": ["tempest-heal"]},
                  {"player": "P2", "builds": ["firebrand-heal"]}, {"player": "P3", "builds": ["scourge-power"]}]}""");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        roster = ApiClient.text(made.body(), "id");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (gw2 != null) gw2.close();
        if (browser != null) browser.close();
    }

    @BeforeEach
    void signIn() throws Exception {
        here("P0", "P1", "P2", "P3");
        squad = ApiClient.text(
                api.post("/api/v1/compositions", squad("Tonight", "")).body(), "id");
        visit = browser.visit(Visit.Reader.ENGLISH);
        visit.page().onDialog(Dialog::accept);
        board = new Board(visit.page());
        visit.open(address.resolve("/sign-in"));
        visit.fill("username", "commander");
        visit.fill("password", Accounts.PASSWORD);
        visit.button("Sign in", "").click();
        visit.page().locator("wvw-home-member h1").waitFor();
    }

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void whatWasSavedLeavesNoDraftThatHidesWhatOthersSaveLater() throws Exception {
        openBoard();
        board.drag(board.place(0, 1), bench());
        visit.button("Save", "").click();
        assertThat(visit.page().locator("wvw-toasts")).containsText("Saved");
        others("Tomorrow");
        openBoard();
        assertThat(visit.heading("Tomorrow", "")).isVisible();
        assertThat(board.place(0, 2)).containsText("P9");
        assertThat(visit.page().locator("wvw-squad-board")).not().containsText("Your unsaved changes are back.");
        visit.requireQuiet();
    }

    @Test
    void aDraftIsBroughtTogetherWithWhatOthersSavedMeanwhile() throws Exception {
        openBoard();
        board.drag(board.place(0, 1), bench());
        assertThat(board.seats(0)).hasCount(1);
        others("Tomorrow");
        openBoard();
        assertThat(visit.heading("Somebody else saved meanwhile", "")).isVisible();
        visit.requireAccessible();
        visit.button("Save both together", "").click();
        assertThat(visit.heading("Tomorrow", "")).isVisible();
        assertThat(visit.page().locator("wvw-toasts")).containsText("Saved");
        assertThat(saved()).contains("\"P9\"").doesNotContain("\"player\":\"P1\"");
        visit.requireQuiet();
    }

    @Test
    void aStaleDraftIsDiscardedForWhatOthersSaved() throws Exception {
        openBoard();
        board.drag(board.place(0, 1), bench());
        assertThat(board.seats(0)).hasCount(1);
        others("Tomorrow");
        openBoard();
        visit.heading("Somebody else saved meanwhile", "").waitFor();
        visit.button("Cancel", "").click();
        visit.button("Discard them", "").click();
        visit.page().locator("wvw-confirm .danger").click();
        assertThat(visit.heading("Tomorrow", "")).isVisible();
        assertThat(board.place(0, 2)).containsText("P9");
        assertThat(visit.page().locator("wvw-squad-board .tag.warn")).hasCount(0);
        visit.requireQuiet();
    }

    @Test
    void savingTwiceAtOnceIsNoConflictWithOneself() throws Exception {
        openBoard();
        board.drag(board.place(0, 1), bench());
        var held = new ArrayList<Route>();
        visit.page().route("**/api/v1/compositions/" + squad, held::add);
        board.press("Control+s", "Control+s");
        visit.page().waitForCondition(() -> !held.isEmpty());
        visit.page().unroute("**/api/v1/compositions/" + squad);
        held.forEach(Route::resume);
        assertThat(visit.page().locator("wvw-toasts")).containsText("Saved");
        assertThat(held).hasSize(1);
        assertThat(visit.page().locator("wvw-merge-sheet")).hasCount(0);
        assertThat(ApiClient.text(api.get("/api/v1/compositions/" + squad).body(), "name"))
                .isEqualTo("Tonight");
        visit.requireQuiet();
    }

    @Test
    void aTemplateIsCopiedRightAfterItsFirstSave() {
        visit.open(address.resolve("/squads/new"));
        visit.button("Save", "").click();
        var sheet = visit.page().locator("wvw-details-sheet");
        sheet.locator("[name=name]").fill("Pattern");
        sheet.locator("[name=template]").check();
        sheet.locator(".primary").click();
        visit.page().waitForURL("**/squads/0*");
        visit.link("Start a new one from it", "").click();
        visit.page().waitForURL("**/squads/new?from=*");
        assertThat(visit.link("Start a new one from it", "")).hasCount(0);
        assertThat(visit.heading("Pattern", "")).isVisible();
        visit.requireQuiet();
    }

    @Test
    void aChangeByHandEndsTheRunWhoseAnswerWouldUndoIt() {
        openBoard();
        visit.page().route("**/optimize/stream", route -> {}); // it never answers
        visit.button("Solve again", "").click();
        assertThat(visit.page().locator("wvw-squad-board .progress")).isVisible();
        board.drag(board.place(0, 0), board.place(0, 1));
        assertThat(visit.page().locator("wvw-squad-board .progress")).hasCount(0);
        assertThat(board.place(0, 1)).containsText("P0");
        visit.page().unroute("**/optimize/stream");
    }

    @Test
    void noShowsAreMarkedOnTheRosterAsItIsNow() throws Exception {
        openBoard();
        here("P0", "P1", "P2");
        visit.button("No-shows", "").click();
        var sheet = visit.page().locator("wvw-repair-sheet");
        sheet.locator(".players button", new Locator.LocatorOptions().setHasText("P0"))
                .click();
        visit.button("Show the repair", "").click();
        assertThat(sheet.locator("[name=mark]")).isChecked();
        visit.button("Accept", "").click();
        assertThat(sheet).hasCount(0);
        assertThat(present()).isEqualTo("P1 P2");
        visit.requireQuiet();
    }

    @Test
    void aRosterThatCannotBeReadShowsNobodyAsHereAndLaterTapsGoOut() throws Exception {
        openRoster();
        visit.page().route("**/api/v1/rosters/" + roster + "**", Route::abort);
        tap("P0");
        var problem = visit.page().locator("wvw-roster wvw-problem");
        assertThat(problem).isVisible();
        assertThat(visit.page().locator("wvw-roster .here")).hasCount(0);
        visit.page().unroute("**/api/v1/rosters/" + roster + "**");
        problem.locator("button").click();
        tap("P1");
        assertThat(button("P1")).hasAttribute("aria-pressed", "false");
        visit.page().waitForCondition(() -> present().equals("P0 P2 P3"));
        assertThat(visit.forgive()).as("the two requests that were broken").hasSize(2);
    }

    @Test
    void whatWasTypedAboutAPlayerOutlivesAChangeBySomebodyElse() throws Exception {
        openRoster();
        visit.button("Edit P0", "").click();
        var sheet = visit.page().locator("wvw-entry-sheet");
        sheet.locator("[name=note]").fill("late on Tuesdays");
        here("P0", "P1");
        sheet.locator(".end .primary").click();
        assertThat(sheet).containsText("What you typed is still here");
        assertThat(sheet.locator("[name=note]")).hasValue("late on Tuesdays");
        visit.requireAccessible();
        assertThat(visit.forgive()).as("the refusal").hasSize(1);
        sheet.locator(".end .primary").click();
        assertThat(sheet).hasCount(0);
        assertThat(visit.page().locator("wvw-roster")).containsText("late on Tuesdays");
        assertThat(present()).isEqualTo("P0 P1");
        visit.requireQuiet();
    }

    private void openBoard() {
        visit.open(address.resolve("/squads/" + squad));
        visit.page().locator("wvw-squad-grid").waitFor();
    }

    private void openRoster() {
        visit.open(address.resolve("/rosters/" + roster));
        assertThat(button("P0")).hasAttribute("aria-pressed", "true");
    }

    private Locator bench() {
        return visit.page().locator("wvw-squad-grid .bench");
    }

    private Locator button(String player) {
        return visit.page().locator("wvw-roster .rows > li", row(player)).locator(".here");
    }

    private static Page.LocatorOptions row(String player) {
        return new Page.LocatorOptions().setHasText(player);
    }

    private void tap(String player) {
        button(player).click();
    }

    /** Somebody else, elsewhere. */
    private void others(String name) throws Exception {
        var other = api.send(
                "PUT",
                "/api/v1/compositions/" + squad,
                squad(name, ", {\"player\": \"P9\", \"build\": \"scourge-power\"}"));
        assertThat(other.statusCode()).as(other.body()).isEqualTo(200);
    }

    private static void here(String... players) throws Exception {
        var list = "{\"players\": [\"" + String.join("\", \"", players) + "\"]}";
        var marked = api.send("PUT", "/api/v1/rosters/" + roster + "/present", list);
        assertThat(marked.statusCode()).as(marked.body()).isEqualTo(200);
    }

    private String saved() throws Exception {
        return api.get("/api/v1/compositions/" + squad).body();
    }

    /** Who is here as the server has it. */
    private static String present() {
        try {
            var here = new ArrayList<String>();
            var body =
                    JsonParser.parseString(api.get("/api/v1/rosters/" + roster).body());
            for (var each : body.getAsJsonObject().getAsJsonArray("entries")) {
                var entry = each.getAsJsonObject();
                if (entry.get("present").getAsBoolean())
                    here.add(entry.get("player").getAsString());
            }
            return String.join(" ", here);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the roster was read", e);
        }
    }

    private static String squad(String name, String more) {
        return """
                {"name": "%s", "rule_set": "havoc", "subgroups": [{"slots": [
                  {"player": "P0", "build": "firebrand-heal"}, {"player": "P1", "build": "tempest-heal"}%s]}]}""".formatted(name, more);
    }
}
