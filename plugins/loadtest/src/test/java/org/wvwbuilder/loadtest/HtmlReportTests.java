package org.wvwbuilder.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wvwbuilder.loadtest.plan.Endpoint;
import org.wvwbuilder.loadtest.plan.Load;
import org.wvwbuilder.loadtest.plan.Plan;
import org.wvwbuilder.loadtest.plan.Scenario;
import org.wvwbuilder.loadtest.report.HtmlReport;
import org.wvwbuilder.loadtest.run.Result;

@Timeout(60)
class HtmlReportTests {
    private static final String EVIL = "</title><script>alert(1)</script>\"'<img src=x onerror=y>\u202e";

    private static Result result(String name) throws Exception {
        var endpoint = new Endpoint(name, "GET", "/a?b=<i>&c", Map.of(), "", false, 10, 2, 1, List.of());
        var plan = new Plan(
                new Scenario("test", List.of(endpoint)),
                new Load.Open(100, Duration.ofSeconds(1), 4),
                1,
                Duration.ZERO,
                Duration.ofSeconds(1));
        var count = new java.util.concurrent.atomic.AtomicInteger();
        try (var server =
                new LocalServer((request, out) -> out.whole(count.incrementAndGet() % 20 == 0 ? 500 : 200, "ok"))) {
            return Runs.run(server, plan);
        }
    }

    private static String page(Result result) {
        return new HtmlReport(result, Optional.empty(), Instant.EPOCH, ZoneOffset.UTC).page();
    }

    @Test
    void namesAreReadAndNeverObeyed() throws Exception {
        var page = page(result(EVIL));
        assertThat(page)
                .contains("&lt;/title&gt;&lt;script&gt;", "/a?b=&lt;i&gt;&amp;c")
                .doesNotContain("<script", "<img", "\u202e");
    }

    @Test
    void itNeedsNothingElse() throws Exception {
        var page = page(result("It"));
        assertThat(page)
                .contains("default-src 'none'", "prefers-color-scheme: dark", "color-scheme: light dark")
                .doesNotContain("<script", "<link", " src=", "href=", "url(", "@import", "xmlns:xlink");
    }

    @Test
    void itHasTheThreePlotsWithTheirLinesAndNoNumberThatIsNone() throws Exception {
        var page = page(result("It"));
        assertThat(page).contains("Latency by percentile", "Latency over time", "Throughput over time", "status 500");
        assertThat(page.split("<path class=\"line")).hasSize(1 + 1 + 3 + 2);
        assertThat(page).doesNotContain("NaN", "Infinity", "null");
    }
}
