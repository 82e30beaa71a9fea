package org.wvwbuilder.distribution;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the board promises: drag by mouse and finger, everything by keyboard, nothing lost between two editors. */
class SquadBoardTests {
    private static final String PASSWORD = "a quaggan in the lava";

    @TempDir
    private static Path folder;

    private static Gw2 gw2;
    private static URI address;
    private static ApiClient api;
    private static Browser browser;
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
        var entries = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            var build = i % 2 == 0 ? "firebrand-heal" : "tempest-heal";
            entries.append(i == 0 ? "" : ",").append("""
                    {"player": "P%d", "builds": ["%s", "scourge-power"]}""".formatted(i, build));
        }
        var made = api.post(
                "/api/v1/rosters", "{\"name\": \"Regulars\", \"entries\": [%s]}".formatted(entries.toString()));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (gw2 != null) gw2.close();
        if (browser != null) browser.close();
    }

    @BeforeEach
    void openBoard() throws Exception {
        var made = api.post("/api/v1/compositions", body("Tonight", "P0", "P1"));
        squad = ApiClient.text(made.body(), "id");
        visit = browser.visit(Visit.Reader.ENGLISH);
        board = new Board(visit.page());
        visit.open(address.resolve("/sign-in"));
        visit.fill("username", "commander");
        visit.fill("password", PASSWORD);
        visit.button("Sign in", "").click();
        visit.page().locator("wvw-home-member h1").waitFor();
        visit.open(address.resolve("/squads/" + squad));
        assertThat(board.seats(0)).hasCount(2);
    }

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void theMouseDragsFromSubgroupToSubgroupAndUndoTakesItBack() {
        board.drag(board.place(0, 0), board.place(1, 0));
        assertThat(board.place(1, 0)).containsText("P0");
        assertThat(board.place(0, 0)).containsText("P2");
        assertThat(visit.page().locator("wvw-seat-sheet")).hasCount(0);
        board.drag(board.place(0, 1), visit.page().locator("wvw-squad-grid .bench"));
        assertThat(visit.page().locator("wvw-squad-grid .bench .seat")).containsText(new String[] {"P1"});
        visit.page().keyboard().press("Control+z");
        visit.page().keyboard().press("Control+z");
        assertThat(board.place(0, 0)).containsText("P0");
        assertThat(board.place(1, 0)).containsText("P2");
        visit.requireQuiet();
    }

    @Test
    void theBenchWaitsForWhoIsTakenThere() {
        var bench = visit.page().locator("wvw-squad-grid .bench");
        var from = board.place(0, 1).boundingBox();
        var waiting = bench.boundingBox();
        var mouse = visit.page().mouse();
        mouse.move(from.x + 60, from.y + 20);
        mouse.down();
        mouse.move(waiting.x + 60, waiting.y - 15, new Mouse.MoveOptions().setSteps(10));
        visit.page().evaluate("""
                new Promise((done) => {
                  let left = 40;
                  requestAnimationFrame(function next() { left-- ? requestAnimationFrame(next) : done(); });
                })""");
        assertThat(bench.boundingBox().y).isEqualTo(waiting.y);
        mouse.move(waiting.x + 60, waiting.y + 20);
        mouse.up();
        assertThat(bench.locator(".seat")).containsText(new String[] {"P1"});
        visit.requireQuiet();
    }

    @Test
    void aFingerDragsByTheCrestAndASwipeStillScrolls() {
        visit.page().setViewportSize(360, 640);
        board.place(0, 1).evaluate("(place) => place.scrollIntoView({ block: 'center', behavior: 'instant' })");
        var from = board.place(0, 0).boundingBox();
        var to = board.place(1, 1).boundingBox();
        board.finger(from.x + 15, from.y + 20, to.x + 50, to.y + 20);
        assertThat(board.place(1, 1)).containsText("P0");
        var swiped = board.place(0, 1).boundingBox();
        board.finger(swiped.x + 80, swiped.y + 20, swiped.x + 80, swiped.y - 180);
        visit.page().waitForFunction("scrollY > 40");
        assertThat(board.place(1, 1)).containsText("P0");
        visit.requireQuiet();
    }

    @Test
    void theKeyboardAloneMovesSavesAndExports() {
        visit.page().keyboard().press("Tab");
        board.tabTo("P0");
        board.press("Space", "ArrowRight", "ArrowDown", "Enter");
        assertThat(board.place(1, 1)).containsText("P0");
        assertThat(visit.page().locator("wvw-squad-grid [aria-live]")).containsText("P0 put down in Subgroup 2");
        assertThat(board.focused()).as("the focus goes with the player").contains("P0");
        board.press("Space", "ArrowLeft", "Escape");
        assertThat(visit.page().locator("wvw-squad-grid [aria-live]")).containsText("Cancelled");
        assertThat(board.place(1, 1)).containsText("P0");
        board.press("Delete");
        assertThat(visit.page().locator("wvw-squad-grid .bench")).containsText("P0");
        board.press("Control+z", "Control+s");
        assertThat(visit.page().locator("wvw-toasts")).containsText("Saved");
        board.back("Export and share");
        board.press("Enter");
        assertThat(visit.page().locator("wvw-export-sheet pre")).containsText("P0");
        board.tabTo("Copy");
        board.press("Enter");
        assertThat((String) visit.page().evaluate("navigator.clipboard.readText()"))
                .contains("P0", "P3");
        visit.requireQuiet();
    }

    @Test
    void coverageShowsItsSourcesOnFocusAndFollowsEachChange() {
        var cover = visit.page().locator("wvw-squad-grid [data-group='0'] wvw-squad-cover");
        cover.locator("button").focus();
        assertThat(cover.locator(".tip")).isVisible();
        assertThat(cover.locator(".tip")).containsText("P0 3 (Firebrand)");
        visit.requireAccessible();
        board.press("Escape");
        assertThat(cover.locator(".tip")).isHidden();
        board.drag(board.place(0, 0), visit.page().locator("wvw-squad-grid .bench"));
        assertThat(cover).containsText("Stab 0/");
        assertThat(visit.page().locator("wvw-squad-missing")).containsText("Put in P0 as Firebrand");
        visit.page().getByText("Put in P0 as Firebrand").first().click();
        assertThat(cover).not().containsText("Stab 0/");
    }

    @Test
    void noShowsAreRepairedOnlyOnceTheMovesAreAccepted() {
        visit.button("Solve again", "").click();
        assertThat(visit.page().locator("wvw-squad-grid .groups .seat")).hasCount(10);
        visit.button("No-shows", "").click();
        var sheet = visit.page().locator("wvw-repair-sheet");
        sheet.locator(".players button", new Locator.LocatorOptions().setHasText("P0"))
                .click();
        visit.requireAccessible();
        visit.button("Show the repair", "").click();
        assertThat(sheet).containsText("Out: P0");
        visit.requireAccessible();
        visit.picture("squads-repair");
        assertThat(visit.page().locator("wvw-squad-grid .groups .seat")).hasCount(10);
        sheet.locator("[name=mark]").uncheck();
        visit.button("Accept", "").click();
        assertThat(visit.page().locator("wvw-squad-grid .groups .seat")).hasCount(9);
        assertThat(visit.page().locator("wvw-squad-grid")).not().containsText("P0");
    }

    @Test
    void whoIsMovedByHandStaysWhileTheOthersAreKeptSolved() {
        visit.page().locator("[name=keep]").check();
        assertThat(visit.page().locator("wvw-squad-grid .groups .seat")).hasCount(10);
        board.drag(board.place(0, 0), board.place(1, 0));
        assertThat(visit.page().locator("wvw-squad-grid .groups wvw-icon[name=lock]"))
                .hasCount(1);
        assertThat(visit.page().locator("wvw-squad-grid .groups .seat")).hasCount(10);
    }

    @Test
    void aRunIsCancelledAndTheBoardStaysAsItWas() {
        visit.page().route("**/optimize/stream", route -> {}); // it never answers
        visit.button("Solve again", "").click();
        assertThat(visit.page().locator("wvw-squad-board .progress")).isVisible();
        visit.requireAccessible();
        visit.button("Cancel", "").click();
        assertThat(visit.page().locator("wvw-squad-board .progress")).hasCount(0);
        assertThat(board.seats(0)).hasCount(2);
        visit.page().unroute("**/optimize/stream");
    }

    @Test
    void aRefusedRunSaysWhyInTheServersWords() {
        visit.page()
                .route(
                        "**/optimize/stream",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setStatus(503)
                                .setContentType("application/problem+json")
                                .setBody("{\"status\": 503, \"detail\": \"Too many squads are being solved.\"}")));
        visit.button("Solve again", "").click();
        assertThat(visit.page().locator("wvw-toasts")).containsText("Too many squads are being solved.");
        visit.page().unroute("**/optimize/stream");
    }

    @Test
    void twoEditorsKeepBothTheirChanges() throws Exception {
        board.drag(board.place(0, 1), visit.page().locator("wvw-squad-grid .bench"));
        var other = api.send("PUT", "/api/v1/compositions/" + squad, body("Tomorrow", "P0", "P1", "P9"));
        assertThat(other.statusCode()).as(other.body()).isEqualTo(200);
        visit.button("Save", "").click();
        assertThat(visit.heading("Somebody else saved meanwhile", "")).isVisible();
        visit.requireAccessible();
        visit.picture("squads-merge");
        visit.button("Save both together", "").click();
        assertThat(visit.heading("Tomorrow", "")).isVisible();
        var saved = api.get("/api/v1/compositions/" + squad).body();
        assertThat(saved).contains("\"P9\"").doesNotContain("\"player\":\"P1\"");
        assertThat(visit.forgive()).as("the refusal that was brought together").hasSize(1);
    }

    @Test
    void unsavedChangesAreAskedForAndComeBack() {
        board.drag(board.place(0, 0), board.place(1, 0));
        visit.link("Teams", "").click();
        assertThat(visit.page().locator("wvw-confirm")).containsText("Leave without saving?");
        visit.requireAccessible();
        visit.page().locator("wvw-confirm .danger").click();
        assertThat(visit.heading("Teams", "")).isVisible();
        visit.page().goBack();
        assertThat(visit.page().locator("wvw-squad-board")).containsText("Your unsaved changes are back.");
        assertThat(board.place(1, 0)).containsText("P0");
        visit.button("Discard them", "").click();
        assertThat(board.place(0, 0)).containsText("P0");
    }

    @Test
    void fiftyMovesLayOutOncePerMoveAndNotPerPointerEvent() {
        var devtools = visit.page().context().newCDPSession(visit.page());
        devtools.send("Performance.enable");
        double before = metric(devtools, "LayoutCount");
        for (int i = 0; i < 50; i++) board.drag(board.place(0, 0), board.place(1, i % 2));
        double layouts = metric(devtools, "LayoutCount") - before;
        // 50 moves of 24 pointer events each: measured at 7 to 9 layouts a move, with the glide, and 24 would be
        // thrash.
        assertThat(layouts / 50).isLessThan(16);
    }

    private static double metric(CDPSession devtools, String name) {
        for (var each : devtools.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            if (each.getAsJsonObject().get("name").getAsString().equals(name)) {
                return each.getAsJsonObject().get("value").getAsDouble();
            }
        }
        throw new IllegalStateException("the browser measures no " + name);
    }

    private static String body(String name, String... first) {
        var slots = new StringBuilder();
        for (int i = 0; i < first.length; i++) slots.append(i == 0 ? "" : ",").append(slot(first[i]));
        return """
                {"name": "%s", "rule_set": "havoc", "subgroups": [{"slots": [%s]}, {"slots": [%s, %s]}]}""".formatted(name, slots, slot("P2"), slot("P3"));
    }

    private static String slot(String player) {
        boolean even = (player.charAt(1) - '0') % 2 == 0;
        return "{\"player\": \"%s\", \"build\": \"%s\"}".formatted(player, even ? "firebrand-heal" : "tempest-heal");
    }
}
