package org.wvwbuilder.distribution;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people do with their accounts in the browser, and an administrator with everybody's. */
class AccountJourneyTests {
    private static final String PASSWORD = "a quaggan in the lava";
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
                new Visit.Reader("en-GB", 1280, 860, ColorScheme.DARK),
                new Visit.Reader("fr-FR", 360, 740, ColorScheme.LIGHT));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void aSecondFactorATokenAndAnInvitation(Visit.Reader reader, @TempDir Path folder) throws Exception {
        try (var gw2 = Gw2.in(folder);
                var visit = browser.visit(reader)) {
            Accounts.add(gw2, "aria", "admin");
            var address = gw2.run().awaitReady();
            visit.open(address.resolve("/sign-in"));
            password(visit, "aria");
            visit.page().locator("wvw-home-member h1").waitFor();
            visit.open(address.resolve("/account"));
            var recovery = secondFactor(visit);
            token(visit, address);
            signInWithCode(visit, address, recovery);
            var link = invitation(visit, address);
            try (var guest = browser.visit(reader)) {
                join(guest, link, address);
                guest.requireQuiet();
            }
            people(visit, address);
            visit.requireQuiet();
        }
    }

    @ParameterizedTest
    @MethodSource("readers")
    void whoLosesHisRoleWhileHeIsOnAPageOfTheOperationIsToldSo(Visit.Reader reader, @TempDir Path folder)
            throws Exception {
        try (var gw2 = Gw2.in(folder);
                var visit = browser.visit(reader)) {
            Accounts.add(gw2, "aria", "admin");
            Accounts.add(gw2, "bela", "admin");
            var server = gw2.run();
            var address = server.awaitReady();
            var aria = Accounts.signIn(server, "aria");
            var bela = ApiClient.text(aria.get("/api/v1/users?q=bela").body(), "id");
            visit.open(address.resolve("/sign-in"));
            password(visit, "bela");
            visit.page().locator("wvw-home-member h1").waitFor();
            visit.open(address.resolve("/people"));
            assertThat(visit.page().locator("wvw-people-accounts li")).hasCount(2);
            withdrawn(
                    visit,
                    aria,
                    bela,
                    () -> visit.page().locator("wvw-people-accounts input").fill("a"));
            role(aria, bela, "admin");
            visit.page().reload();
            visit.page().locator("wvw-people-accounts li").first().waitFor();
            visit.open(address.resolve("/logs"));
            visit.page().locator("wvw-log-entry").first().waitFor();
            withdrawn(
                    visit,
                    aria,
                    bela,
                    () -> visit.page().locator("wvw-log-filters input").first().fill("ready"));
        }
    }

    private static void withdrawn(Visit visit, ApiClient administrator, String user, Runnable act) throws Exception {
        assertThat(visit.forgive()).as("before the role is taken away").isEmpty();
        role(administrator, user, "member");
        act.run();
        assertThat(visit.heading("You may no longer see this page", "Vous ne pouvez plus voir cette page"))
                .isVisible();
        assertThat(visit.page().locator("wvw-problem, wvw-skeleton, wvw-dialog[open]"))
                .hasCount(0);
        assertThat(visit.page().locator("wvw-nav a[href='/people']")).hasCount(0);
        assertThat(visit.page().locator("wvw-nav a[href='/builds']")).hasCount(1);
        visit.requireAccessible();
        visit.picture("withdrawn");
        assertThat(visit.forgive()).as("only what is refused now").allMatch(line -> line.matches(".* 40[13] .*"));
    }

    private static void role(ApiClient administrator, String user, String role) throws Exception {
        var changed = administrator.send("PATCH", "/api/v1/users/" + user, "{\"role\": \"%s\"}".formatted(role));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    }

    private static void password(Visit visit, String username) {
        visit.fill("username", username);
        visit.fill("password", PASSWORD);
        visit.button("Sign in", "Se connecter").click();
    }

    /** @return a recovery code */
    private static String secondFactor(Visit visit) throws GeneralSecurityException {
        var part = visit.page().locator("wvw-account-factor");
        field(part, "current_password").fill(PASSWORD);
        visit.requireAccessible();
        visit.picture("account");
        visit.button("Set it up", "L’activer").click();
        var secret = part.locator("code").innerText().replace(" ", "");
        assertThat(part.locator(".picture svg")).isVisible();
        visit.requireAccessible();
        visit.picture("account-enrol");
        field(part, "code").fill(code(secret, Instant.now()));
        visit.button("Turn it on", "Activer").click();
        part.locator("wvw-shown-once pre").waitFor();
        visit.picture("account-codes");
        return part.locator("wvw-shown-once pre")
                .innerText()
                .lines()
                .findFirst()
                .orElseThrow();
    }

    private static void token(Visit visit, URI address) throws Exception {
        var part = visit.page().locator("wvw-account-tokens");
        field(part, "name").fill("Bot of the tower");
        visit.button("Make a token", "Créer un jeton").click();
        var token = part.locator("wvw-shown-once pre").innerText().strip();
        assertThat(ApiClient.anonymous(address)
                        .with(token)
                        .get("/api/v1/users/me")
                        .statusCode())
                .isEqualTo(200);
        visit.picture("account-token");
        part.locator("li button").click();
        visit.page().locator("wvw-confirm .danger").click();
        assertThat(part.locator("li")).hasCount(0);
        assertThat(ApiClient.anonymous(address)
                        .with(token)
                        .get("/api/v1/users/me")
                        .statusCode())
                .isEqualTo(401);
    }

    private static void signInWithCode(Visit visit, URI address, String recovery) {
        visit.page().locator("wvw-user-menu .who").click();
        visit.button("Sign out", "Se déconnecter").click();
        visit.page().locator("wvw-home-visitor h1").waitFor();
        visit.open(address.resolve("/sign-in"));
        password(visit, "aria");
        assertThat(visit.heading("One more step", "Encore une étape")).isVisible();
        visit.requireAccessible();
        visit.picture("sign-in-code");
        visit.fill("code", recovery);
        visit.button("Sign in", "Se connecter").click();
        visit.page().locator("wvw-home-member h1").waitFor();
        assertThat(visit.forgive())
                .as("the refusal that asked for the code")
                .hasSize(1)
                .allMatch(line -> line.contains("403"));
    }

    private static String invitation(Visit visit, URI address) {
        visit.open(address.resolve("/people/invites"));
        visit.page().locator("wvw-people-invites input[name=note]").fill("Tybalt");
        visit.button("Write an invitation", "Créer une invitation").click();
        var link = visit.page().locator("wvw-people-invites .link code").innerText();
        visit.requireAccessible();
        visit.picture("people-invites");
        return link;
    }

    private static void join(Visit guest, String link, URI address) {
        guest.open(URI.create(link));
        assertThat(guest.heading("You are invited", "Vous êtes invité")).isVisible();
        guest.requireAccessible();
        guest.picture("join");
        guest.fill("email", "tybalt@example.org");
        guest.fill("username", "tybalt");
        guest.fill("password", "an apple for each asura");
        guest.button("Create my account", "Créer mon compte").click();
        guest.page().locator("wvw-home-member h1").waitFor();
        guest.open(address.resolve("/account"));
        guest.button("Delete my account", "Supprimer mon compte").click();
        var dialog = guest.page().locator("wvw-account-leave wvw-dialog");
        field(dialog, "current_password").fill("an apple for each asura");
        dialog.locator("button.danger").click();
        guest.page().locator("wvw-home-visitor h1").waitFor();
    }

    private static void people(Visit visit, URI address) {
        visit.open(address.resolve("/people"));
        assertThat(visit.page().locator("wvw-people-accounts li")).hasCount(1);
        visit.requireAccessible();
        visit.picture("people");
        visit.open(address.resolve("/people/audit"));
        assertThat(visit.page().locator("wvw-people-audit"))
                .containsText(visit.words("Deleted an account", "Compte supprimé"));
        visit.requireAccessible();
        visit.picture("people-audit");
    }

    private static Locator field(Locator part, String name) {
        return part.locator("[name=" + name + "] input").first();
    }

    /** What an authenticator app shows: RFC 6238 with six digits for 30 seconds. */
    private static String code(String base32, Instant at) throws GeneralSecurityException {
        var key = new java.math.BigInteger(
                base32.chars()
                        .mapToObj(letter -> String.format(
                                        "%5s",
                                        Integer.toBinaryString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)))
                                .replace(' ', '0'))
                        .reduce("", String::concat),
                2);
        var bytes = new byte[base32.length() * 5 / 8];
        for (var i = bytes.length - 1; i >= 0; i--) {
            bytes[i] = key.byteValue();
            key = key.shiftRight(8);
        }
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(bytes, "HmacSHA1"));
        var hash = mac.doFinal(
                ByteBuffer.allocate(8).putLong(at.getEpochSecond() / 30).array());
        var binary = ByteBuffer.wrap(hash, hash[19] & 15, 4).getInt() & Integer.MAX_VALUE;
        return String.format("%06d", binary % 1_000_000);
    }
}
