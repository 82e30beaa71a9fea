package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The small examples: built and tested by themselves against staged artifacts, and at work together in one server. */
class SmallExamplesTests {
    private static final Path EXAMPLES = StagedRepository.CHECKOUT.resolve("plugin-api/examples");
    private static final List<String> NAMES =
            List.of("discord-announcer", "guild-bank-import", "kill-feed", "metrics-exporter", "proxy-sign-in");

    @TempDir
    Path folder;

    @TempDir
    Path scratch;

    private HttpServer game;

    /** Tells a match that goes on: each time that it is asked, red has killed forty more. */
    @BeforeEach
    void theGameBegins() throws IOException {
        var asked = new AtomicInteger();
        game = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        game.createContext("/", exchange -> {
            try (exchange) {
                var match = "{\"id\": \"2-1\", \"kills\": {\"red\": %d, \"blue\": 20, \"green\": 30}}"
                        .formatted(40 * asked.incrementAndGet())
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, match.length);
                exchange.getResponseBody().write(match);
            }
        });
        game.start();
    }

    @AfterEach
    void theGameEnds() {
        game.stop(0);
    }

    @Test
    void theyAreTestedAndServeTogether() throws Exception {
        build();
        try (var browser = Browser.open();
                var gw2 = Gw2.in(folder)) {
            Accounts.add(gw2, "admin", "admin");
            install(gw2);
            var configuration = gw2.command("config");
            assertThat(configuration.output()).contains("discord-announcer").doesNotContain("s3cret");
            var server = gw2.run();
            var admin = Accounts.signIn(server, "admin");
            var plugins = Plugins.read(admin.get("/api/v1/plugins").body());
            for (var name : NAMES)
                assertThat(plugins.get(name).state()).as(name).isEqualTo("RUNNING");
            assertThat(admin.get("/metrics").body()).contains("wvw_metrics_exporter_saved_builds 0.0");
            assertThat(admin.get("/openapi.json").body()).contains("/api/v1/kill-feed", "text/csv");
            importABank(gw2, admin);
            look(gw2, browser, server.awaitReady());
        }
    }

    private void install(Gw2 gw2) throws IOException, InterruptedException {
        gw2.with("GW2_PLUGINS_UNSIGNED", "allow")
                .with("GW2_DISCORD_ANNOUNCER_WEBHOOK", "https://discord.example/hooks/s3cret")
                .with("GW2_AUTH_SIGN_IN_BY_PLUGINS", "true")
                .with("GW2_PROXY_SIGN_IN_SECRET", "s3cret-of-the-proxy-and-this-plugin")
                .with(
                        "GW2_KILL_FEED_SOURCE",
                        "http://127.0.0.1:" + game.getAddress().getPort() + "/v2/wvw/matches/2-1");
        for (var name : NAMES) {
            var zip = scratch.resolve(name).resolve("target/" + name + "-1.0.0-plugin.zip");
            Plugins.command(gw2, "plugins", "install", zip.toString());
        }
    }

    private void importABank(Gw2 gw2, ApiClient admin) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("bank.csv"), "tab,item,count\nDeep Cave,Superior Siege Golem,2\n");
        Plugins.command(gw2, "guild-bank", "import", "bank.csv");
        assertThat(admin.get("/api/v1/guild-bank").body()).contains("Superior Siege Golem");
    }

    /** The kill feed's page, in both languages and widths, before and after the match was read. */
    private static void look(Gw2 gw2, Browser browser, URI address) throws IOException, InterruptedException {
        for (var reader : List.of(Visit.Reader.ENGLISH, Visit.Reader.FRENCH_ON_A_PHONE)) {
            try (var visit = browser.visit(reader)) {
                lookAtTheProxys(visit, address);
                visit.open(address.resolve("/sign-in"));
                visit.fill("username", "admin");
                visit.fill("password", Accounts.PASSWORD);
                visit.button("Sign in", "Se connecter").click();
                visit.page().waitForURL(address.resolve("/").toString());
                if (!reader.french()) {
                    visit.open(address.resolve("/kill-feed"));
                    visit.heading("Nothing yet", "Rien pour l’instant").waitFor();
                    for (int i = 0; i < 2; i++) Plugins.command(gw2, "jobs", "run", "kill-feed/read", "--wait");
                }
                visit.open(address.resolve("/kill-feed"));
                visit.heading("Red: 40 kills", "Rouge : 40 éliminations").waitFor();
                visit.requireAccessible();
                visit.requireQuiet();
                visit.picture("kill-feed");
            }
        }
    }

    /** The page that leads a visitor to the proxy. */
    private static void lookAtTheProxys(Visit visit, URI address) {
        visit.open(address.resolve("/proxy-sign-in"));
        visit.heading("Sign in with the guild’s account", "Se connecter avec le compte de la guilde")
                .waitFor();
        visit.page().locator("a[href='/api/v1/proxy-sign-in']").waitFor();
        visit.requireAccessible();
        visit.requireQuiet();
        visit.picture("proxy-sign-in");
    }

    /** Runs Maven once for all of them, two at a time, on a copy. */
    private void build() throws IOException, InterruptedException {
        Files.copy(EXAMPLES.resolve("pom.xml"), scratch.resolve("pom.xml"));
        StagedRepository.copy(EXAMPLES.resolve("src"), scratch.resolve("src"));
        for (var name : NAMES) {
            var project = Files.createDirectories(scratch.resolve(name));
            StagedRepository.copy(EXAMPLES.resolve(name).resolve("src"), project.resolve("src"));
            Files.copy(EXAMPLES.resolve(name).resolve("pom.xml"), project.resolve("pom.xml"));
        }
        StagedRepository.in(scratch).maven(scratch, "-o", "-T2", "package");
        for (var name : NAMES)
            assertThat(scratch.resolve(name).resolve("target/surefire-reports")).isNotEmptyDirectory();
    }
}
