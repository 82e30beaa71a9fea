package org.wvwbuilder.distribution;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names and notes that would like to be scripts stay names and notes, wherever the squads' pages show them. */
class SquadPayloadTests {
    private static final String PASSWORD = "a quaggan in the lava";

    private static final List<String> PAYLOADS = List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(2)>",
            "<svg onload=alert(3)>",
            "<svg><script>alert(4)</script></svg>",
            "'><script>alert(5)</script>",
            "\"><img src=x onerror=alert(6)>",
            "<iframe src=javascript:alert(7)>",
            "<body onload=alert(8)>",
            "<details open ontoggle=alert(9)>",
            "<video><source onerror=alert(10)>",
            "<input autofocus onfocus=alert(11)>",
            "<a href=javascript:alert(12)>x</a>",
            "javascript:alert(13)",
            "{{alert(14)}}",
            "${alert(15)}",
            "`${alert(16)}`",
            "<math><a xlink:href=javascript:alert(17)>",
            "<style>*{background:url(x)}</style>",
            "<link rel=stylesheet href=//evil.example>",
            "<object data=javascript:alert(20)>",
            "<embed src=javascript:alert(21)>",
            "<marquee onstart=alert(22)>",
            "<base href=//evil.example>",
            "<template><script>alert(24)</script></template>",
            "<!--><script>alert(25)</script>-->",
            "<wvw-icon onclick=alert(26)>",
            "&lt;script&gt;alert(27)&lt;/script&gt;",
            "</title><script>alert(28)</script>",
            "' onmouseover='alert(29)",
            "<meta http-equiv=refresh content=0;url=//evil.example>");

    @Test
    void noneOf30PayloadsRuns(@TempDir Path folder) throws Exception {
        try (var browser = Browser.open();
                var gw2 = Gw2.in(folder);
                var visit = browser.visit(Visit.Reader.ENGLISH)) {
            Accounts.addCommander(gw2);
            var server = gw2.run();
            var address = server.awaitReady();
            var api = Accounts.signIn(server);
            var roster = ApiClient.text(api.post("/api/v1/rosters", roster()).body(), "id");
            var made = api.post("/api/v1/compositions", squad());
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            var squad = ApiClient.text(made.body(), "id");
            var shown = new CopyOnWriteArrayList<String>();
            visit.page().onDialog(dialog -> {
                shown.add(dialog.message());
                dialog.dismiss();
            });
            visit.open(address.resolve("/sign-in"));
            visit.fill("username", "commander");
            visit.fill("password", PASSWORD);
            visit.button("Sign in", "").click();
            visit.page().locator("wvw-home-member h1").waitFor();
            visit.open(address.resolve("/rosters/" + roster));
            assertThat(visit.page().locator("wvw-roster .rows > li")).hasCount(30);
            visit.open(address.resolve("/squads/" + squad));
            assertThat(visit.page().locator("wvw-squad-grid .groups .seat")).hasCount(30);
            for (var text : PAYLOADS)
                assertThat(visit.page().locator("wvw-squad-grid")).containsText(text);
            visit.page().locator("wvw-squad-grid .groups .seat").first().click();
            assertThat(visit.page().locator("wvw-seat-sheet")).containsText(PAYLOADS.getFirst());
            visit.open(address.resolve("/squads"));
            assertThat(visit.page().locator("wvw-squad-list .cards a")).containsText(PAYLOADS.get(1));
            assertThat(shown).as("what opened a dialog").isEmpty();
            visit.requireQuiet();
        }
    }

    private static String roster() {
        return "{\"name\": %s, \"entries\": [%s]}"
                .formatted(
                        quoted(PAYLOADS.get(2)),
                        PAYLOADS.stream()
                                .map(text -> "{\"player\": %s, \"note\": %s}".formatted(quoted(text), quoted(text)))
                                .collect(Collectors.joining(",")));
    }

    private static String squad() {
        var groups = IntStream.range(0, 6)
                .mapToObj(group -> PAYLOADS.subList(group * 5, group * 5 + 5).stream()
                        .map(text -> "{\"player\": %s, \"build\": \"reaper-power\"}".formatted(quoted(text)))
                        .collect(Collectors.joining(",", "{\"slots\": [", "]}")))
                .collect(Collectors.joining(","));
        return "{\"name\": %s, \"notes\": %s, \"tags\": [%s], \"subgroups\": [%s]}"
                .formatted(quoted(PAYLOADS.get(1)), quoted(PAYLOADS.get(0)), quoted("<b onclick=alert(31)>"), groups);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
