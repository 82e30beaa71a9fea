package org.wvwbuilder.distribution;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wvwbuilder.testing.PluginForge.sources;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.PluginForge;

/** A plugin that runs and hangs: who waits for it is told, operators see it, the others serve; and it is switched off in the browser. */
class PluginDeadlineTests {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Hangs in a call, in a transaction, and deaf to interrupts; has a thread of its own. */
    private static final String HANGING = """
            public final class Made implements Plugin {
                static final java.util.concurrent.CountDownLatch NEVER = new java.util.concurrent.CountDownLatch(1);
                static volatile boolean leave;
                public OpenPlugin open(PluginContext context) {
                    context.database().write(connection ->
                            connection.createStatement().executeUpdate("CREATE TABLE hanging_note (text TEXT)"));
                    Thread.ofPlatform().daemon().name("hanging-poller").start(() -> {
                        try { NEVER.await(); } catch (InterruptedException asked) { return; }
                    });
                    return OpenPlugin.of(
                            new Contribution.Resource(new Ways(context.database())),
                            new Contribution.Gauge("stuck", "", "Hangs", () -> {
                                try { NEVER.await(); } catch (InterruptedException asked) { return 1; }
                                return 0;
                            }));
                }
                @Path("hanging") @PermitAll
                public record Ways(Database database) {
                    @GET @Path("call") public String call() throws Exception { NEVER.await(); return ""; }
                    @GET @Path("deaf") public String deaf() { while (!leave) java.util.concurrent.locks.LockSupport.parkNanos(1_000_000); return ""; }
                    @GET @Path("leave") public String leave() { leave = true; return "left"; }
                    @GET @Path("broken") public String broken() { throw new IllegalStateException("broken"); }
                    @GET @Path("count") public int count() {
                        return database.read(connection -> {
                            try (var rows = connection.createStatement().executeQuery("SELECT count(*) FROM hanging_note")) {
                                rows.next();
                                return rows.getInt(1);
                            }
                        });
                    }
                    @POST @Path("write") public String write() {
                        return database.write(connection -> {
                            connection.createStatement().executeUpdate("INSERT INTO hanging_note VALUES ('unsaid')");
                            try { NEVER.await(); } catch (InterruptedException asked) { return "given up"; }
                            return "";
                        });
                    }
                }
            }""";

    @Test
    @Timeout(300)
    void aPluginThatHangsIsGivenUpShownAndSwitchedOff(@TempDir Path folder, @TempDir Path scratch) throws Exception {
        var jar = folder.resolve("data/plugins/hanging/hanging.jar");
        new PluginForge(Tarball.home().resolve("lib/ground"), scratch)
                .forge(jar, sources("hanging", "id = \"hanging\", title = \"Hanging\"", HANGING));
        try (var browser = Browser.open();
                var gw2 = Gw2.in(folder).with("GW2_PLUGINS_UNSIGNED", "allow")) {
            Accounts.add(gw2, "Aria", "admin");
            var server = gw2.run("--set", "plugins.call-deadline=8s");
            var admin = Accounts.signIn(server, "Aria");
            giveUp(server, admin);
            shown(gw2, server, admin);
            switchOff(browser, server, gw2);
        }
    }

    private static void giveUp(RunningServer server, ApiClient admin) throws Exception {
        // At the same time, since each is waited for until the deadline.
        var waiting = Stream.of("GET call", "GET deaf", "POST write")
                .map(way -> CompletableFuture.supplyAsync(() -> ask(admin, way), Thread::startVirtualThread))
                .toList();
        for (var answer : waiting) {
            assertThat(answer.get().statusCode()).as(answer.get().body()).isEqualTo(503);
            assertThat(answer.get().body()).contains("urn:wvw:problem:plugin-too-late");
        }
        var saved = admin.saveBuild("written after the one that hung");
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(201);
        assertThat(admin.get("/api/v1/hanging/count").body()).isEqualTo("0");
        assertThat(admin.get("/api/v1/hanging/broken").statusCode()).isEqualTo(500);
        assertThat(server.text())
                .contains("the plugin hanging has been at GET /api/v1/hanging/call (request ")
                .contains("plugins.call-deadline gives it longer", "gw2 plugins disable hanging")
                .contains("com.example.hanging.Made$Ways.call");
    }

    private static HttpResponse<String> ask(ApiClient admin, String way) {
        var words = way.split(" ");
        try {
            return admin.send(words[0], "/api/v1/hanging/" + words[1], words[0].equals("GET") ? null : "");
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void shown(Gw2 gw2, RunningServer server, ApiClient admin) throws Exception {
        Await.until(
                "all five are counted",
                PATIENCE,
                () -> hanging(admin).at("/activity/requests").asInt() == 5);
        var activity = hanging(admin).path("activity");
        assertThat(activity.path("errors").asInt()).isEqualTo(4);
        assertThat(activity.path("interrupted").asInt()).isEqualTo(3);
        assertThat(activity.path("stuck").asInt()).isEqualTo(1);
        assertThat(activity.path("threads").toString()).contains("hanging-poller");
        Await.until(
                "the health says so",
                PATIENCE,
                () -> admin.get("/api/v1/health").body().contains("do not come back: 1"));
        // One gauge that hangs leaves the others their turn.
        assertThat(server.get("/metrics").body())
                .contains("wvw_plugin_requests_total{plugin=\"hanging\"} 5.0")
                .contains(
                        "wvw_plugin_interrupted_total{plugin=\"hanging\"} 3.0",
                        "wvw_plugin_stuck{plugin=\"hanging\"} 1.0")
                .contains("wvw_plugin_requests_total{plugin=\"builds\"}");
        assertThat(admin.get("/api/v1/hanging/leave").body()).isEqualTo("left");
        Await.until(
                "it came back",
                PATIENCE,
                () -> hanging(admin).path("activity").path("stuck").asInt() == 0);
        Await.until(
                "the command tells it",
                PATIENCE,
                () -> gw2.command("plugins", "show", "hanging").out().contains("3 interrupted"));
    }

    private static void switchOff(Browser browser, RunningServer server, Gw2 gw2) throws Exception {
        try (var visit = browser.visit(Visit.Reader.ENGLISH)) {
            look(visit, server);
            button(visit, "Disable").click();
            visit.picture("plugins-sure");
            visit.page().locator("wvw-confirm .danger").click();
            assertThat(visit.page().getByText("Runs until the next start of the server"))
                    .isVisible();
            visit.picture("plugins-off");
            assertThat(gw2.command("plugins", "show", "hanging").out()).contains("state      DISABLED");
        }
        try (var visit = browser.visit(Visit.Reader.FRENCH_ON_A_PHONE)) {
            look(visit, server);
            button(visit, "Activer").click();
            button(visit, "Désactiver").waitFor();
            visit.picture("plugins-on");
            assertThat(gw2.command("plugins", "show", "hanging").out()).contains("state      accepted");
        }
    }

    private static Locator button(Visit visit, String word) {
        var hasText = new Locator.FilterOptions().setHasText("hanging");
        return visit.page()
                .locator("wvw-plugin-item")
                .filter(hasText)
                .locator("button", new Locator.LocatorOptions().setHasText(word));
    }

    private static void look(Visit visit, RunningServer server) {
        visit.open(server.awaitReady().resolve("/sign-in"));
        visit.fill("username", "Aria");
        visit.fill("password", Accounts.PASSWORD);
        visit.button("Sign in", "Se connecter").click();
        visit.page().locator("wvw-home-member h1").waitFor();
        visit.open(server.awaitReady().resolve("/plugins"));
        assertThat(visit.page().getByText(visit.words("3 calls interrupted", "3 appels interrompus")))
                .isVisible();
        assertThat(visit.page().getByText("gw2 plugins install FILE.zip")).isVisible();
        visit.picture("plugins-hanging");
        visit.requireAccessible();
        visit.requireQuiet();
    }

    private static JsonNode hanging(ApiClient admin) throws Exception {
        for (var plugin : JSON.readTree(admin.get("/api/v1/plugins").body()).path("items")) {
            if (plugin.path("id").asText().equals("hanging")) return plugin;
        }
        throw new AssertionError("the plugin is not listed");
    }
}
