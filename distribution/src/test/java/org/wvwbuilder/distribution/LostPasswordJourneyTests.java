package org.wvwbuilder.distribution;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who lost the password: a link on the page of people, the new password by it, and what is told when that fails. */
class LostPasswordJourneyTests {
    private static final String FRESH = "an apple for each asura";
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
    void anAdministratorMakesALinkAndTheMemberChoosesAnotherPassword(Visit.Reader reader, @TempDir Path folder)
            throws Exception {
        try (var gw2 = Gw2.in(folder);
                var visit = browser.visit(reader);
                var guest = browser.visit(reader)) {
            Accounts.add(gw2, "aria", "admin");
            Accounts.add(gw2, "tybalt", "member");
            var address = gw2.run().awaitReady();
            var link = made(visit, address);
            visit.requireQuiet();
            chosen(guest, link);
            usedUp(guest, link);
            torn(guest, address);
            guest.requireQuiet();
        }
    }

    /** With the keyboard alone. */
    private static String made(Visit visit, URI address) {
        visit.open(address.resolve("/sign-in"));
        signIn(visit, "aria", Accounts.PASSWORD);
        visit.open(address.resolve("/people"));
        var tybalt =
                visit.page().locator("wvw-people-accounts li").filter(new Locator.FilterOptions().setHasText("tybalt"));
        tybalt.locator("button[aria-expanded]").press("Enter");
        visit.button("Link for a new password", "Lien pour le mot de passe").press("Enter");
        var link = tybalt.locator(".link code").innerText();
        visit.requireAccessible();
        visit.picture("people-password-link");
        visit.button("Copy the link", "Copier le lien").press("Enter");
        assertThat(toasts(visit)).containsText(visit.words("The link was copied", "Le lien est copié"));
        assertThat(visit.page().evaluate("navigator.clipboard.readText()")).isEqualTo(link);
        tybalt.locator("button[aria-expanded]").press("Enter");
        assertThat(tybalt.locator(".link")).hasCount(0);
        return link;
    }

    private static void chosen(Visit guest, String link) {
        guest.open(URI.create(link));
        assertThat(guest.heading("Choose a new password", "Choisissez un nouveau mot de passe"))
                .isVisible();
        guest.requireAccessible();
        guest.picture("new-password");
        guest.page().keyboard().type("short");
        guest.page().keyboard().press("Enter");
        assertThat(guest.page().locator("wvw-gate-field .wrong"))
                .containsText(guest.words("at least 12 characters", "12 caractères au moins"));
        guest.requireAccessible();
        guest.picture("new-password-wrong");
        assertThat(guest.forgive()).singleElement().asString().contains("422");

        guest.fill("new_password", FRESH);
        guest.page().keyboard().press("Enter");
        assertThat(guest.heading("Welcome back", "Content de vous revoir")).isVisible();
        assertThat(toasts(guest))
                .containsText(guest.words("Your new password is set", "Votre nouveau mot de passe est défini"));
        assertThat(guest.page().url()).endsWith("/sign-in");
        assertThat(guest.page().locator("wvw-sign-in-page"))
                .containsText(guest.words("An administrator can make you a link", "peut vous faire un lien"));
        guest.requireAccessible();
        guest.picture("sign-in-lost");
        signIn(guest, "tybalt", FRESH);
    }

    private static void usedUp(Visit guest, String link) {
        guest.open(URI.create(link));
        guest.fill("new_password", Accounts.PASSWORD);
        guest.button("Set the password", "Définir le mot de passe").click();
        assertThat(guest.page().locator("wvw-problem"))
                .containsText(guest.words("not, or no longer, good", "n’est pas, ou plus, valable"));
        guest.requireAccessible();
        guest.picture("new-password-used");
        assertThat(guest.forgive()).singleElement().asString().contains("403");
    }

    private static void torn(Visit guest, URI address) {
        guest.open(address.resolve("/new-password"));
        assertThat(guest.heading("This link is not whole", "Ce lien est incomplet"))
                .isVisible();
        guest.requireAccessible();
        guest.open(address.resolve("/new-password#better"));
        assertThat(guest.heading("Choose a new password", "Choisissez un nouveau mot de passe"))
                .isVisible();
    }

    private static void signIn(Visit visit, String username, String password) {
        visit.fill("username", username);
        visit.fill("password", password);
        visit.button("Sign in", "Se connecter").click();
        visit.page().locator("wvw-home-member h1").waitFor();
    }

    private static Locator toasts(Visit visit) {
        return visit.page().locator("wvw-toasts");
    }
}
