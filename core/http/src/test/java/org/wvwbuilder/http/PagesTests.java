package org.wvwbuilder.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Contribution.Panel;
import org.wvwbuilder.plugin.Text;
import org.wvwbuilder.testing.TestPlugin;

class PagesTests {
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new TestServer();
        server.installSite();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void thePageAnswersEveryPathThatIsNoFile() throws Exception {
        for (var path : List.of("/", "/builds", "/builds/17/edit")) {
            var answer = server.get(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(TestServer.PAGE);
            assertThat(answer.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        }
        assertThat(server.get("/missing.js").statusCode()).isEqualTo(404);
        assertThat(server.get("/api/missing").statusCode()).isEqualTo(404);
        assertThat(server.send("POST", "/", null).statusCode()).isEqualTo(405);
    }

    @Test
    void thePolicyAllowsTheInlineImportMapByItsHashAndNothingUnsafe() throws Exception {
        var policy =
                server.get("/").headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .contains("script-src 'self' 'sha256-")
                .contains("style-src 'self';", "img-src 'self';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(Sites.hashes("<script>alert(1)</script>"))
                .containsExactly("'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='");
    }

    @Test
    void filesArePackedTaggedAndNotSentTwice() throws Exception {
        var answer = server.get("/app.js", "Accept-Encoding", "gzip");
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
        var tag = answer.headers().firstValue("ETag").orElseThrow();
        var again = server.get("/app.js", "Accept-Encoding", "gzip", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(tag);
        assertThat(server.get("/app.js").body()).hasSize(17 * 500);
    }

    @Test
    void filesWithAHashInTheirNameAreKeptForGood() throws Exception {
        var answer = server.get("/ui/console/shell-4KQ2ZJ7A.js");
        assertThat(answer.headers().firstValue("Cache-Control"))
                .get()
                .asString()
                .contains("immutable");
    }

    @Test
    void filesOfAPanelAreKeptForGoodBelowTheirFingerprintOnly() throws Exception {
        var panel = new Panel("p", new Text("P", "P"), Panel.Slot.PAGE, "panel.js", "book", Set.of(), 1);
        var herald = new TestPlugin(
                "herald",
                PagesTests.class,
                Map.of("META-INF/wvw/ui/panel.js", "import './part.js'", "META-INF/wvw/ui/part.js", "1"));
        server.http.panels().install(herald, List.of(panel));
        for (var file : List.of("panel.js", "part.js")) {
            assertThat(caching("/ui/herald@" + herald.fingerprint() + "/" + file))
                    .isEqualTo("public, max-age=31536000, immutable");
            // A page from before an upgrade gets what there is now, and must not take it for what it named.
            assertThat(caching("/ui/herald@0123456789abcdef/" + file)).isEqualTo("no-cache");
            assertThat(caching("/ui/herald@/" + file)).isEqualTo("no-cache");
            assertThat(caching("/ui/herald/" + file)).isEqualTo("no-cache");
        }
        assertThat(server.get("/ui/herald@" + herald.fingerprint() + "/none.js").statusCode())
                .isEqualTo(404);
        assertThat(server.get("/ui/nobody@" + herald.fingerprint() + "/panel.js")
                        .statusCode())
                .isEqualTo(404);
        server.http.panels().withdraw(herald);
    }

    private static String caching(String path) throws Exception {
        var answer = server.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.headers().firstValue("Cache-Control").orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ui/console/../secret.txt",
                "/ui/console@x/../secret.txt",
                "/ui/console/..%2fsecret.txt",
                "/ui/console/%2e%2e/secret.txt",
                "/ui/console/./../secret.txt",
                "/../META-INF/wvw/secret.txt",
                "/ui/console//META-INF/wvw/secret.txt",
                "/ui/console/..;/secret.txt",
                "/docs/../../secret.txt",
                "/docs/%2e%2e%2fsecret.txt",
            })
    void noPathLeadsOutOfTheFolder(String path) throws Exception {
        var raw = server.raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(raw).doesNotContain("\r\n\r\nsecret").containsPattern("HTTP/1.1 (400|404)");
    }

    @Test
    void aPanelWhoseScriptIsMissingIsRefused() throws Exception {
        var panel = new Panel("p", new Text("P", "P"), Panel.Slot.PAGE, "panel.js", "book", Set.of(), 1);
        assertThatThrownBy(
                        () -> server.http.panels().install(new TestPlugin("empty", PagesTests.class), List.of(panel)))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.remedy()).contains("META-INF/wvw/ui/panel.js"));
        var whole = new TestPlugin("whole", PagesTests.class, Map.of("META-INF/wvw/ui/panel.js", "export default 1"));
        server.http.panels().install(whole, List.of(panel));
        assertThat(server.get("/ui/whole/panel.js").body()).isEqualTo("export default 1");
        assertThat(server.get("/ui/whole/panel.js").headers().firstValue("Content-Type"))
                .contains("text/javascript; charset=utf-8");
        server.http.panels().withdraw(whole);
        assertThat(server.get("/ui/whole/panel.js").statusCode()).isEqualTo(404);
    }

    @Test
    void aPanelWithAnUnknownIconOrRoleIsRefusedWithThoseThereAre() {
        var plugin = new TestPlugin("whole", PagesTests.class, Map.of("META-INF/wvw/ui/panel.js", "export default 1"));
        var title = new Text("P", "P");
        var faced = new Panel("p", title, Panel.Slot.PAGE, "panel.js", "raidface", Set.of("member"), 1);
        assertThatThrownBy(() -> server.http.panels().install(plugin, List.of(faced)))
                .hasMessageContaining("names the icon 'raidface', which the console does not have")
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.remedy()).contains("back, book, builds"));
        var loud = new Panel("p", title, Panel.Slot.PAGE, "panel.js", "book", Set.of("MEMBER"), 1);
        assertThatThrownBy(() -> server.http.panels().install(plugin, List.of(loud)))
                .hasMessageContaining("is for the role 'MEMBER', which nobody has")
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.remedy())
                                .isEqualTo("write 'member': the roles are member, commander, admin; take them from"
                                        + " Roles"));
        var strange = new Panel("p", title, Panel.Slot.PAGE, "panel.js", "book", Set.of("officer"), 1);
        assertThatThrownBy(() -> server.http.panels().install(plugin, List.of(strange)))
                .isInstanceOfSatisfying(
                        Fault.class,
                        fault -> assertThat(fault.remedy())
                                .isEqualTo("the roles are member, commander, admin; take them from Roles"));
    }

    /** The console draws exactly the icons that a panel may name. */
    @Test
    void theIconsAreThoseOfTheConsole() throws Exception {
        var drawn = Files.readString(Path.of("../../plugins/console/src/main/web/wvw/ui/icons.js"));
        assertThat(Pattern.compile("\\n  (\\w+): 'M").matcher(drawn).results().map(found -> found.group(1)))
                .containsExactlyElementsOf(PanelRules.ICONS);
    }

    @Test
    void theDocsLoadNothingFromElsewhereAndNothingInline() throws Exception {
        assertThat(server.get("/docs").headers().firstValue("Location")).contains("/docs/");
        var page = server.get("/docs/");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .contains("img-src 'self' data:")
                .doesNotContain("unsafe");
        assertThat(page.body()).doesNotContain("http://", "https://", "style=").doesNotContainPattern("<script>");
        for (var file : List.of("swagger-ui-bundle.js", "swagger-ui.css", "init.js", "favicon.png")) {
            assertThat(server.get("/docs/" + file).statusCode()).as(file).isEqualTo(200);
        }
        assertThat(server.get("/docs/other.js").statusCode()).isEqualTo(404);
    }

    @Test
    void metricsAreForThisMachineAndForAdministrators() throws Exception {
        server.get("/api/v1/shelf");
        server.http
                .gauges()
                .install(
                        new TestPlugin("kill-feed", PagesTests.class),
                        List.of(new Contribution.Gauge("queue", "events", "Waiting", () -> 3)));
        var local = server.get("/metrics");
        assertThat(local.statusCode()).isEqualTo(200);
        assertThat(local.body())
                .contains("wvw_kill_feed_queue_events 3.0", "jvm_memory_used_bytes")
                .contains("wvw_http_requests_seconds_count{method=\"GET\",route=\"/api/v1/shelf\",status=\"2xx\"}");
        assertThat(metrics("X-Forwarded-For", "192.0.2.7")).isEqualTo(401);
        assertThat(metrics("X-Forwarded-For", "192.0.2.7", "Authorization", "Bearer member"))
                .isEqualTo(403);
        assertThat(metrics("X-Forwarded-For", "192.0.2.7", "Authorization", "Bearer admin"))
                .isEqualTo(200);
        assertThat(metrics("Forwarded", "for=192.0.2.7")).isEqualTo(401);
    }

    private static int metrics(String... headers) throws Exception {
        return server.get("/metrics", headers).statusCode();
    }
}
