package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Quality N3: the console in Chromium, through nginx and TLS. */
class NginxConsoleTests {
    /** Pages that no menu leads to. */
    private static final List<String> MORE =
            List.of("/", "/docs/", "/builds/new", "/people/invites", "/people/audit", "/nowhere");

    @RegisterExtension
    static final NginxSite SITE = new NginxSite();

    @Test
    void everyPageKeepsThePolicyAndEveryAnswerHasTheHeaders() {
        var site = URI.create("https://" + Nginx.NAME + ":" + SITE.nginx().port);
        var responses = new CopyOnWriteArrayList<Response>();
        try (var browser = Browser.open(
                        "--host-resolver-rules=MAP " + Nginx.NAME + " 127.0.0.1", "--ignore-certificate-errors");
                var visit = browser.visit(Visit.Reader.ENGLISH)) {
            visit.page().onResponse(responses::add);
            visit.open(site.resolve("/sign-in"));
            visit.fill("username", NginxSite.ADMIN);
            visit.fill("password", Accounts.PASSWORD);
            visit.button("Sign in", "Se connecter").click();
            visit.page().locator("wvw-home-member h1").waitFor();
            visit.page().locator("wvw-nav a[href^='/']").first().waitFor();
            var pages = new TreeSet<String>(MORE);
            for (var link : visit.page().locator("wvw-nav a[href^='/']").all()) pages.add(link.getAttribute("href"));
            assertThat(pages).contains("/builds", "/squads", "/rosters", "/teams", "/plugins", "/jobs", "/logs");
            for (var path : pages) {
                visit.open(site.resolve(path));
                // Not until the network is idle: the page of the logs listens for ever.
                visit.page().waitForLoadState(LoadState.LOAD);
                visit.page().locator("h1, .swagger-ui .info").first().waitFor();
                if (path.equals("/nowhere")) visit.forgive();
                visit.requireQuiet();
            }
        }
        assertThat(responses).hasSizeGreaterThan(50);
        for (var response : responses) {
            var headers = response.headers();
            assertThat(headers).as(response.url()).containsAllEntriesOf(NginxTests.ALWAYS);
            assertThat(headers.get("content-security-policy"))
                    .as(response.url())
                    .isNotBlank()
                    .doesNotContain("unsafe", "\n");
        }
    }
}
