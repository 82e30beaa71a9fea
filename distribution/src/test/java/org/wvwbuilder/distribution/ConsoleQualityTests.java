package org.wvwbuilder.distribution;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the console promises beside its pages: how little it loads, and that it survives what fails around it. */
class ConsoleQualityTests {
    private static final String PASSWORD = "a quaggan in the lava";

    @TempDir
    private static Path folder;

    private static Gw2 gw2;
    private static URI address;
    private static Browser browser;
    private Visit visit;

    @BeforeAll
    static void start() throws Exception {
        browser = Browser.open();
        gw2 = Gw2.in(folder);
        var added = gw2.type(
                PASSWORD + "\n",
                "user",
                "add",
                "--email",
                "aria@example.org",
                "--username",
                "Aria",
                "--role",
                "admin",
                "--password-stdin");
        assertThat(added.exit()).as(added.output()).isZero();
        address = gw2.run().awaitReady();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (gw2 != null) gw2.close();
        if (browser != null) browser.close();
    }

    @BeforeEach
    void visit() {
        visit = browser.visit(Visit.Reader.ENGLISH);
    }

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void theFirstPageTakesAtMost20RequestsAnd80Kilobytes() {
        var responses = new CopyOnWriteArrayList<Response>();
        visit.page().onResponse(responses::add);
        visit.open(address);
        visit.page().locator("wvw-home-visitor h1").waitFor();
        visit.page().waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        long bytes = responses.stream()
                .mapToLong(response -> response.request().sizes().responseBodySize)
                .sum();
        assertThat(responses).hasSizeLessThanOrEqualTo(20);
        assertThat(bytes).as("bytes of the bodies, as sent").isLessThanOrEqualTo(80_000);
        visit.requireQuiet();
    }

    @Test
    void whatDidNotChangeIsNotSentASecondTimeAndWhatDidIsSeen() throws Exception {
        signIn();
        var statuses = new CopyOnWriteArrayList<Integer>();
        visit.page().onResponse(response -> {
            if (response.url().contains("/api/v1/teams?")) statuses.add(response.status());
        });
        for (int i = 0; i < 2; i++) {
            visit.link("Teams", "").first().click();
            assertThat(visit.heading("No teams yet", "")).isVisible();
            visit.link("Home", "").first().click();
            visit.page().locator("wvw-home-member h1").waitFor();
        }
        assertThat(statuses).containsExactly(200, 304);
        visit.page().evaluate("""
                async (password) => {
                  const send = async (path, body, token) => (await fetch(`/api/v1/${path}`, {
                    method: 'POST',
                    headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
                    body: JSON.stringify(body),
                  })).json();
                  const { access_token: token } = await send('auth/login', { username: 'Aria', password });
                  await send('teams', { name: 'Second shift' }, token);
                }""", PASSWORD);
        visit.link("Teams", "").first().click();
        assertThat(visit.page().locator("wvw-view")).containsText("Second shift");
        visit.requireQuiet();
    }

    @Test
    void nothingMovesWhileThePagesLoad() {
        signIn();
        var loose = new CopyOnWriteArrayList<String>();
        visit.page().onResponse(response -> {
            var caching = response.headers().getOrDefault("cache-control", "");
            if (response.url().contains("/ui/") && !caching.contains("immutable")) loose.add(response.url());
        });
        for (var path : List.of("/", "/builds", "/squads", "/rosters", "/teams", "/plugins", "/jobs")) {
            visit.open(address.resolve(path));
            visit.page().waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            assertThat(visit.shifted()).as("layout shift of %s", path).isLessThan(0.01);
        }
        assertThat(loose).as("files that a browser does not keep").isEmpty();
    }

    @Test
    void aReloadKeepsThePersonSignedIn() {
        signIn();
        visit.page().reload();
        visit.page().locator("wvw-home-member h1").waitFor();
        visit.requireQuiet();
    }

    @Test
    void whoMustSignInComesBackToWhereHeWas() {
        visit.open(address.resolve("/plugins"));
        visit.button("Sign in", "Se connecter").click();
        enter();
        assertThat(visit.heading("Plugins and health", "Plugins et santé")).isVisible();
        visit.requireQuiet();
    }

    @Test
    void aWrongPasswordIsSaidInWords() {
        visit.open(address.resolve("/sign-in"));
        visit.fill("username", "Aria");
        visit.fill("password", "no quaggan at all");
        visit.button("Sign in", "Se connecter").click();
        assertThat(visit.page().locator("wvw-problem")).containsText("No account has this name and this password");
        assertThat(visit.forgive()).as("only the refused request").hasSize(1);
    }

    @Test
    void aPanelThatCannotBeLoadedFailsAloneAndMayBeTriedAgain() {
        signIn();
        visit.page().route("**/ui/builds@*/builds.js", Route::abort);
        visit.link("Builds", "Builds").click();
        assertThat(visit.heading("This page could not be loaded", "")).isVisible();
        visit.requireAccessible();
        visit.link("Jobs", "Tâches").click();
        assertThat(visit.heading("Jobs", "Tâches")).isVisible();
        visit.link("Builds", "Builds").click();
        visit.page().unroute("**/ui/builds@*/builds.js");
        visit.button("Try again", "Réessayer").click();
        assertThat(visit.page().locator("wvw-build-list")).isVisible();
    }

    @Test
    void theFirstPageLeavesAwayWhatAMissingPluginWouldFill(@TempDir Path other) throws Exception {
        try (var small = Gw2.in(other)) {
            Accounts.add(small, "aria", "admin");
            var server = small.run("--set", "plugins.disabled=dashboard,builds,squads");
            visit.open(server.awaitReady());
            visit.page().locator("wvw-home-visitor h1").waitFor();
            assertThat(visit.page().locator("wvw-paste")).hasCount(0);
            visit.open(server.awaitReady().resolve("/sign-in"));
            enter();
            visit.page().locator("wvw-home-member h1").waitFor();
            visit.page().waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            assertThat(visit.page().locator("wvw-home-member .figures")).hasCount(0);
            assertThat(visit.page().locator("wvw-paste, wvw-problem")).hasCount(0);
            visit.requireAccessible();
            visit.picture("home-without-plugins");
            assertThat(visit.forgive()).as("only what is missing").allMatch(line -> line.contains("404"));
        }
    }

    @Test
    void languageAndColoursAreRemembered() {
        visit.open(address);
        visit.page().getByText("Français").first().click();
        assertThat(visit.page().locator("html")).hasAttribute("lang", "fr");
        visit.page().reload();
        assertThat(visit.page().locator("wvw-home-visitor h1")).containsText("Les builds de votre guilde");
        assertThat(visit.page().locator("html")).hasAttribute("data-theme", "auto");
        visit.page().locator("wvw-header wvw-settings button").nth(1).click();
        visit.page().reload();
        assertThat(visit.page().locator("html")).hasAttribute("data-theme", "light");
        visit.requireAccessible();
        visit.requireQuiet();
    }

    private void signIn() {
        visit.open(address.resolve("/sign-in"));
        enter();
        visit.page().locator("wvw-home-member h1").waitFor();
    }

    private void enter() {
        visit.fill("username", "Aria");
        visit.fill("password", PASSWORD);
        visit.button("Sign in", "Se connecter").click();
    }
}
