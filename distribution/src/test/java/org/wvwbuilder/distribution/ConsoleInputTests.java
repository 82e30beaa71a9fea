package org.wvwbuilder.distribution;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people typed and chose: a session that ends loses nothing of it, and what is shown is what is in force. */
class ConsoleInputTests {
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
        return Stream.of(Visit.Reader.ENGLISH, Visit.Reader.FRENCH_ON_A_PHONE);
    }

    @ParameterizedTest
    @MethodSource("readers")
    void whoseSessionEndsSignsInOverThePageAndSavesWhatHeTyped(Visit.Reader reader) throws Exception {
        try (var visit = browser.visit(reader)) {
            var name = "Typed before the end " + reader.locale();
            type(visit, name);
            endSessions();
            save(visit);
            assertThat(visit.heading("Your session has ended", "Votre session est terminée"))
                    .isVisible();
            assertThat(over(visit, "password")).isFocused();
            visit.requireAccessible();
            visit.picture("sign-in-again");
            visit.page().keyboard().press("Escape");
            assertThat(over(visit, "password")).hasCount(0);
            save(visit);
            signInOver(visit, "braham");
            assertThat(visit.page().locator("wvw-toasts"))
                    .containsText(visit.words("You are signed in again", "Vous êtes reconnecté"));
            assertThat(name(visit)).hasValue(name);
            save(visit);
            assertThat(visit.heading(name, name)).isVisible();
            assertThat(visit.forgive()).as("only what was refused").allMatch(line -> line.contains("401"));
        }
    }

    @Test
    void whoSignsInAsSomebodyElseSeesNothingOfTheFirst() throws Exception {
        try (var visit = browser.visit(Visit.Reader.ENGLISH)) {
            type(visit, "Braham's own");
            endSessions();
            save(visit);
            signInOver(visit, "aria");
            assertThat(visit.page().locator("wvw-user-menu .name")).hasText("aria");
            assertThat(name(visit)).not().hasValue("Braham's own");
            assertThat(visit.page().locator("wvw-sign-in-again wvw-dialog")).hasCount(0);
        }
    }

    @Test
    void aServerThatCannotRenewNowEndsNoSession() {
        try (var visit = browser.visit(Visit.Reader.ENGLISH)) {
            type(visit, "Typed while it was busy");
            visit.page().route("**/api/v1/builds", answering(401, "token-refused"));
            visit.page().route("**/api/v1/auth/refresh", answering(503, "unavailable"));
            save(visit);
            assertThat(visit.page().locator("wvw-build-new wvw-problem")).containsText("The build was not saved");
            assertThat(visit.page().locator("wvw-sign-in-again wvw-dialog")).hasCount(0);
            visit.page().unroute("**/api/v1/builds");
            visit.page().unroute("**/api/v1/auth/refresh");
            save(visit);
            assertThat(visit.heading("Typed while it was busy", "")).isVisible();
        }
    }

    @Test
    void aRefusedRoleIsNotShownAsIfItWereInForce() {
        try (var visit = browser.visit(Visit.Reader.ENGLISH)) {
            signIn(visit, "aria");
            visit.open(address.resolve("/people"));
            visit.page().route("**/api/v1/users/*", answering(409, "last-administrator"));
            var role = visit.page()
                    .locator("wvw-people-accounts li")
                    .filter(new Locator.FilterOptions().setHasText("braham"))
                    .locator("select");
            assertThat(role).hasValue("member");
            role.selectOption("commander");
            assertThat(visit.page().locator("wvw-toasts .bad")).isVisible();
            assertThat(role).hasValue("member");
        }
    }

    @Test
    void aFormThatIsSubmittedTwiceIsSentOnce() {
        try (var visit = browser.visit(Visit.Reader.ENGLISH)) {
            signIn(visit, "aria");
            visit.open(address.resolve("/people/invites"));
            visit.page().locator("wvw-people-invites input[name=note]").fill("Twice");
            visit.page()
                    .locator("wvw-people-invites form")
                    .evaluate("form => { form.requestSubmit(); form.requestSubmit(); }");
            visit.page().locator("wvw-people-invites .link code").waitFor();
            visit.page().waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
            visit.open(address.resolve("/people/invites"));
            assertThat(visit.page().locator("wvw-people-invites li")).hasCount(1);
        }
    }

    @Test
    void whatIsToldWhileADialogIsOpenIsInReach() {
        try (var visit = browser.visit(Visit.Reader.ENGLISH)) {
            signIn(visit, "braham");
            visit.open(address.resolve("/account"));
            visit.button("Delete my account", "Supprimer mon compte").click();
            visit.page().evaluate("""
                    document.dispatchEvent(new CustomEvent('wvw-toast', { detail:
                      { text: 'Told', kind: 'good', action: 'Do it', onAction: () => (document.title = 'done') } }))""");
            visit.button("Do it", "").click();
            assertThat(visit.page()).hasTitle("done");
            visit.page().keyboard().press("Escape");
            assertThat(visit.page().locator("wvw-shell > wvw-toasts")).hasCount(1);
        }
    }

    private static Locator name(Visit visit) {
        return visit.page().locator("wvw-build-form [name=name] input").first();
    }

    private static void type(Visit visit, String name) {
        signIn(visit, "braham");
        var link = URLEncoder.encode(ApiClient.ELEMENTALIST, StandardCharsets.UTF_8);
        visit.open(address.resolve("/builds/new#" + link));
        visit.fill("name", name);
    }

    private static void save(Visit visit) {
        visit.button("Save the build", "Enregistrer le build").click();
    }

    /** On another device, by the person himself. */
    private static void endSessions() throws Exception {
        var ended = Accounts.signIn(server, "braham").send("DELETE", "/api/v1/auth/sessions", null);
        assertThat(ended.statusCode()).isEqualTo(204);
    }

    private static Locator over(Visit visit, String field) {
        return visit.page()
                .locator("wvw-sign-in-again [name=" + field + "] input")
                .first();
    }

    private static void signInOver(Visit visit, String username) {
        over(visit, "username").fill(username);
        over(visit, "password").fill(Accounts.PASSWORD);
        visit.page().locator("wvw-sign-in-again button.primary").click();
    }

    private static void signIn(Visit visit, String username) {
        visit.open(address.resolve("/sign-in"));
        visit.fill("username", username);
        visit.fill("password", Accounts.PASSWORD);
        visit.button("Sign in", "Se connecter").click();
        visit.page().locator("wvw-home-member h1").waitFor();
    }

    private static java.util.function.Consumer<Route> answering(int status, String type) {
        var body = "{\"type\": \"urn:wvw:problem:%s\", \"detail\": \"Not now.\"}".formatted(type);
        return route -> {
            if (route.request().method().equals("GET")) route.resume();
            else
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(status)
                        .setContentType("application/problem+json")
                        .setBody(body));
        };
    }
}
