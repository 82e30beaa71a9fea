package org.wvwbuilder.distribution;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator reads the logs in the browser, also those that somebody hostile wrote into. */
class ConsoleLogsTests {
    /** What {@code %d} stands for runs when the page takes a line for more than text. */
    private static final List<String> SHAPES = List.of(
            "<script>globalThis.ran=%d</script>",
            "<img src=x onerror=globalThis.ran=%d>",
            "<svg onload=globalThis.ran=%d>",
            "<svg><script>globalThis.ran=%d</script></svg>",
            "<iframe srcdoc=\"<script>parent.ran=%d</script>\">",
            "<a href=javascript:globalThis.ran=%d autofocus onfocus=globalThis.ran=1>x</a>",
            "<input autofocus onfocus=globalThis.ran=%d>",
            "<details open ontoggle=globalThis.ran=%d>",
            "<style>@import 'javascript:globalThis.ran=%d';</style>",
            "<math><mtext><img src=x onerror=globalThis.ran=%d>",
            "</code></pre><body onload=globalThis.ran=%d>",
            "\"><img src=x onerror=globalThis.ran=%d>",
            "${globalThis.ran=%d}",
            "{{constructor.constructor('globalThis.ran=%d')()}}",
            "&lt;script&gt;globalThis.ran=%d&lt;/script&gt;");

    @TempDir
    private static Path folder;

    private static Path log;
    private static Gw2 gw2;
    private static URI address;
    private static Browser browser;

    private Visit visit;

    @BeforeAll
    static void start() throws Exception {
        browser = Browser.open();
        log = folder.resolve("error.log");
        Files.writeString(log, "");
        gw2 = Gw2.in(folder).with("GW2_LOG_MONITOR_NGINX_ERROR", log.toString());
        Accounts.add(gw2, "Aria", "admin");
        address = gw2.run().awaitReady();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (gw2 != null) gw2.close();
        if (browser != null) browser.close();
    }

    @BeforeEach
    void empty() throws Exception {
        Files.writeString(log, "");
    }

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void whatIsWrittenAppearsAtOnceAndCanBeNarrowedDown() throws Exception {
        visit = browser.visit(Visit.Reader.ENGLISH);
        write("[error] 7#7: *1 upstream timed out");
        write("[warn] 7#7: *1 a client request body is buffered");
        open();
        assertThat(entries()).hasCount(2);
        assertThat(entries().first()).containsText("buffered");

        write("[error] 7#7: *2 no live upstreams");
        assertThat(entries().first()).containsText("no live upstreams");
        assertThat(entries()).hasCount(3);

        visit.button("Errors", "Erreurs").click();
        assertThat(entries()).hasCount(2);
        visit.page().getByRole(AriaRole.TEXTBOX).fill("timed out");
        assertThat(entries()).hasCount(1);
        assertThat(visit.page()).hasURL(Pattern.compile(".*level=error&q=timed\\+out$"));
        visit.page().reload();
        assertThat(entries()).hasCount(1);

        visit.page().getByRole(AriaRole.TEXTBOX).fill("no such words");
        assertThat(visit.heading("Nothing fits", "Rien ne correspond")).isVisible();
        visit.requireAccessible();
        visit.button("Clear the filters", "Effacer les filtres").click();
        assertThat(entries()).hasCount(3);
        visit.requireQuiet();
    }

    @Test
    void aPausedPageStandsStill() throws Exception {
        visit = browser.visit(Visit.Reader.FRENCH_ON_A_PHONE);
        write("[error] 7#7: *1 first");
        open();
        assertThat(entries()).hasCount(1);
        visit.button("En direct", "En direct").click();
        write("[error] 7#7: *1 second");
        var application = visit.page().getByRole(AriaRole.LINK, named("Serveur"));
        assertThat(application).isVisible();
        assertThat(entries()).hasCount(1);
        visit.button("En pause", "En pause").click();
        assertThat(entries()).hasCount(2);
        visit.requireQuiet();
    }

    @Test
    void nothingThatALineContainsRuns() throws Exception {
        visit = browser.visit(Visit.Reader.FRENCH_ON_A_PHONE);
        var payloads = IntStream.range(0, 30)
                .mapToObj(n -> SHAPES.get(n % SHAPES.size()).formatted(n + 1))
                .toList();
        for (var payload : payloads.subList(0, 15)) write("[error] 7#7: *1 " + payload);
        open();
        for (var payload : payloads.subList(15, 30)) write("[error] 7#7: *1 " + payload);
        assertThat(entries()).hasCount(30);
        entries().first().locator("summary").click();
        assertThat(entries().last()).containsText("globalThis.ran=1");
        assertThat(visit.page().evaluate("globalThis.ran ?? 0")).isEqualTo(0);
        visit.requireAccessible();
        visit.picture("logs");
        visit.requireQuiet();
    }

    private void open() {
        visit.open(address.resolve("/sign-in"));
        visit.fill("username", "Aria");
        visit.fill("password", Accounts.PASSWORD);
        visit.button("Sign in", "Se connecter").click();
        visit.page().locator("wvw-home-member h1").waitFor();
        visit.open(address.resolve("/logs/nginx-error"));
        visit.page().locator("wvw-log-entry").first().waitFor();
    }

    private Locator entries() {
        return visit.page().locator("wvw-log-entry");
    }

    private static com.microsoft.playwright.Page.GetByRoleOptions named(String name) {
        return new com.microsoft.playwright.Page.GetByRoleOptions().setName(name);
    }

    private static void write(String line) throws Exception {
        Files.writeString(log, "2026/11/24 08:00:00 " + line + "\n", StandardOpenOption.APPEND);
    }
}
