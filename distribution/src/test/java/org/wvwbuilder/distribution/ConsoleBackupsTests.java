package org.wvwbuilder.distribution;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wvwbuilder.testing.Ports;

/** An operator makes a backup in the browser, and goes back to it. */
class ConsoleBackupsTests {
    private static final IsVisibleOptions PATIENTLY = new IsVisibleOptions().setTimeout(60_000);

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
    void fromNoBackupToTheStateOfOne(Visit.Reader reader, @TempDir Path folder) throws Exception {
        try (var gw2 = Gw2.in(folder);
                var visit = browser.visit(reader)) {
            Accounts.add(gw2, "Aria", "admin");
            // On port 0 it would come back elsewhere.
            var server = gw2.run("--set", "http.port=" + Ports.free());
            var address = server.awaitReady();
            make(visit, address);
            Accounts.signIn(server, "Aria").saveBuild("made after the backup");
            restore(visit);
            signIn(visit);
            assertThat(Accounts.signIn(server, "Aria")
                            .get("/api/v1/builds?owner=me")
                            .body())
                    .doesNotContain("made after the backup");
            visit.page().waitForURL("**/backups");
            assertThat(visit.page().getByText(visit.words("The database was restored from", "La base a été restaurée")))
                    .isVisible();
            visit.requireAccessible();
            visit.picture("backups-after");
        }
    }

    @Test
    void aDoubleClickOnMoreShowsEveryBackupOnce(@TempDir Path folder) throws Exception {
        try (var gw2 = Gw2.in(folder);
                var visit = browser.visit(Visit.Reader.ENGLISH)) {
            Accounts.add(gw2, "Aria", "admin");
            var server = gw2.run("--set", "backup.directory=" + Files.createDirectory(folder.resolve("shelf")));
            for (int i = 10; i < 40; i++) {
                Files.writeString(folder.resolve("shelf/failed-" + i + ".json"), FAILED.formatted(i, i));
            }
            var address = server.awaitReady();
            visit.open(address.resolve("/sign-in"));
            signIn(visit);
            visit.open(address.resolve("/backups"));
            assertThat(visit.page().locator("wvw-backup-row")).hasCount(20);
            visit.button("Show more", "Afficher plus").dblclick();
            assertThat(visit.page().locator("wvw-backup-row")).hasCount(30);
            visit.requireQuiet();
        }
    }

    @Test
    void aCopyThatFailedIsToldInTheReadersLanguage(@TempDir Path folder) throws Exception {
        try (var gw2 = Gw2.in(folder);
                var visit = browser.visit(Visit.Reader.FRENCH_ON_A_PHONE)) {
            Accounts.add(gw2, "Aria", "admin");
            var shelf = Files.createDirectory(folder.resolve("shelf"));
            var server = gw2.run("--set", "backup.directory=" + shelf);
            Files.writeString(shelf.resolve("failed-10.json"), NOT_COPIED);
            var address = server.awaitReady();
            visit.open(address.resolve("/sign-in"));
            signIn(visit);
            visit.open(address.resolve("/backups"));
            assertThat(visit.page().locator("wvw-backup-row").getByText("a refusé l’opération « envoyer »"))
                    .containsText("ce bucket n’existe pas, créez-le ou corrigez bucket");
            visit.requireAccessible();
            visit.picture("backups-not-copied");
            visit.requireQuiet();
        }
    }

    /** As the server writes it down when a storage knows no such bucket. */
    private static final String NOT_COPIED = """
            {"id": "failed-10", "created": "2026-11-01T00:00:10Z", "by": "hand", "engine": "sqlite", "product": "1.0.0",
             "size": 0, "sha256": "", "rows": 0, "took_millis": 1, "verified": "1970-01-01T00:00:00Z",
             "drill": [], "failure": "the disk was full: free some room",
             "elsewhere": {"attic": "failed: backup.offsite.attic could not upload at https://s3.example.org\
             (404 NoSuchBucket): there is no such bucket: make it, or correct bucket"}}
            """;

    private static final String FAILED = """
            {"id": "failed-%d", "created": "2026-11-01T00:00:%dZ", "by": "hand", "engine": "sqlite", "product": "1.0.0",
             "size": 0, "sha256": "", "rows": 0, "took_millis": 1, "verified": "1970-01-01T00:00:00Z", "drill": [],
             "failure": "the disk was full: free some room"}
            """;

    private static void make(Visit visit, URI address) {
        visit.open(address.resolve("/sign-in"));
        signIn(visit);
        visit.open(address.resolve("/backups"));
        assertThat(visit.heading("No backups yet", "Pas encore de sauvegarde")).isVisible();
        visit.requireAccessible();
        visit.button("Back up now", "Sauvegarder").click();
        assertThat(visit.page().locator("wvw-backup-row .tag.good")).isVisible(PATIENTLY);
        assertThat(visit.page().locator(".note.good")).isVisible(PATIENTLY);
        visit.page().locator("wvw-backup-row summary").click();
        visit.requireAccessible();
        visit.picture("backups");
        visit.requireQuiet();
    }

    private static void restore(Visit visit) {
        var id = visit.page().locator("wvw-backup-row .head code").innerText();
        visit.page()
                .locator("wvw-backup-row .row .button")
                .getByText(visit.words("Restore…", "Restaurer…"))
                .click();
        var confirm = visit.page().locator("wvw-backup-restore .button.danger");
        assertThat(confirm).isDisabled();
        visit.page().locator("wvw-backup-restore input").fill(id.substring(1));
        assertThat(confirm).isDisabled();
        visit.page().locator("wvw-backup-restore input").fill(id);
        visit.picture("backups-restore");
        confirm.click();
        var again = visit.page().locator("wvw-backup-restore .button.primary");
        assertThat(again).isVisible(PATIENTLY);
        assertThat(visit.page().locator("wvw-backup-restore p[role=status]"))
                .containsText(visit.words("everybody signs in again", "chacun se reconnecte"));
        again.click();
        visit.page().waitForURL("**/sign-in");
        // The server was away for a moment, and then knew nobody.
        assertThat(visit.forgive()).isNotEmpty();
    }

    private static void signIn(Visit visit) {
        visit.fill("username", "Aria");
        visit.fill("password", Accounts.PASSWORD);
        visit.button("Sign in", "Se connecter").click();
        visit.page()
                .locator("wvw-home-member h1, wvw-backup-row, wvw-empty")
                .first()
                .waitFor();
    }
}
