package org.wvwbuilder.loadtest.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.wvwbuilder.loadtest.plan.Load;
import org.wvwbuilder.loadtest.run.Figures;
import org.wvwbuilder.loadtest.run.Result;

/** The result as one page that needs nothing else: no script, no file, no network. */
public record HtmlReport(Result result, Optional<Comparison> comparison, Instant at, ZoneId zone) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT);

    public String page() {
        var verdict = result.verdict();
        var plots = new Plots(result);
        var page = new StringBuilder(HEAD.replace("TITLE", Markup.escape("Load test of " + result.target())));
        page.append("<h1>Load test <span class=")
                .append(verdict.name())
                .append('>')
                .append(verdict.name());
        page.append("</span></h1>\n<p>")
                .append(Markup.escape(result.target()))
                .append(", <time datetime=\"")
                .append(at);
        page.append("\">")
                .append(TIME.format(at.atZone(zone)))
                .append("</time><br>")
                .append(Markup.escape(plan()));
        page.append("</p>\n");
        if (!result.ended().isEmpty()) {
            page.append("<p class=note>Ended early: ")
                    .append(Markup.escape(result.ended()))
                    .append(".</p>\n");
        }
        page.append(table());
        page.append("<p>Overall success rate: <b>")
                .append(number("%.2f %%", result.successPercent()))
                .append("</b></p>\n");
        faults(page);
        page.append(plots.percentiles()).append(plots.latency()).append(plots.throughput());
        comparison.ifPresent(compared -> compare(page, compared));
        return page.append("</main></body></html>\n").toString();
    }

    private String plan() {
        var plan = result.plan();
        var how = switch (plan.load()) {
            case Load.Closed closed -> "Closed model: each caller waits for its answer before it asks again.";
            case Load.Open open ->
                "Open model: " + Scale.label(open.rate()) + " requests a second for "
                        + open.length().toSeconds() + " s, at most " + open.atOnce()
                        + " at once; times count from when a request was due.";
        };
        return how + (plan.rounds() == 1 ? "" : " " + plan.rounds() + " rounds; the table has their medians.");
    }

    private String table() {
        var html = new StringBuilder("<div class=wide><table><thead><tr><th>Endpoint");
        for (var title : List.of(
                "Total", "Errors", "Success %", "Avg ms", "P50", "P90", "P95", "P99", "P99.9", "Max", "Req/s")) {
            html.append("<th class=n>").append(title);
        }
        html.append("</thead><tbody>");
        for (var one : result.endpoints()) {
            html.append("<tr><th scope=row>")
                    .append(Markup.escape(one.endpoint().name()))
                    .append("<br><small>");
            html.append(Markup.escape(
                            one.endpoint().method() + " " + one.endpoint().path()))
                    .append("</small>");
            cell(html, String.valueOf(one.total()));
            cell(html, String.valueOf(one.errors()));
            html.append("<td class=\"n ").append(Verdicts.of(one)).append("\">");
            html.append(TextTable.percent(one.successPercent()));
            for (var figure : List.<java.util.function.ToDoubleFunction<Figures>>of(
                    Figures::averageMillis,
                    Figures::p50,
                    Figures::p90,
                    Figures::p95,
                    Figures::p99,
                    Figures::p999,
                    Figures::max)) {
                cell(html, number("%.2f", one.median(figure)));
            }
            cell(html, number("%.1f", one.median(Figures::perSecond)));
        }
        return html.append("</tbody></table></div>\n").toString();
    }

    private static void cell(StringBuilder html, String text) {
        html.append("<td class=n>").append(text);
    }

    private void faults(StringBuilder page) {
        if (result.errors() == 0) return;
        page.append("<h2>Errors</h2><ul>");
        for (var one : result.endpoints()) {
            one.faults()
                    .forEach((fault, count) -> page.append("<li>")
                            .append(count)
                            .append(" × ")
                            .append(Markup.escape(fault + ": " + one.endpoint().name())));
        }
        page.append("</ul>\n");
    }

    private static void compare(StringBuilder page, Comparison compared) {
        page.append("<h2>Compared with ")
                .append(Markup.escape(compared.earlier().at()))
                .append("</h2>");
        page.append("<div class=wide><table><thead><tr><th>Endpoint<th>Figure<th class=n>Earlier<th class=n>Now");
        page.append("<th class=n>Ratio<th>Finding</thead><tbody>");
        for (var row : compared.rows()) {
            page.append("<tr><th scope=row>")
                    .append(Markup.escape(row.endpoint()))
                    .append("<td>")
                    .append(row.figure());
            cell(page, number("%.2f", row.before()));
            cell(page, number("%.2f", row.now()));
            cell(page, Double.isFinite(row.ratio()) ? number("%.2f", row.ratio()) : "–");
            page.append("<td class=").append(row.finding()).append('>').append(Comparison.words(row.finding()));
        }
        page.append("</tbody></table></div>\n");
        compared.notes()
                .forEach(note -> page.append("<p class=note>")
                        .append(Markup.escape(note))
                        .append("</p>\n"));
    }

    private static String number(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }

    private static final String HEAD = """
            <!doctype html>
            <html lang=en><head><meta charset=utf-8><meta name=viewport content="width=device-width">
            <meta http-equiv=Content-Security-Policy content="default-src 'none'; style-src 'unsafe-inline'">
            <title>TITLE</title><style>
            :root { color-scheme: light dark; --ground: #fff; --ink: #1b1f24; --soft: #59626d; --rule: #d9dee4;
              --good: #1a7f37; --doubt: #8a5a00; --bad: #c62828; --c1: #1f6feb; --c2: #b35900; --c3: #8250df;
              --c4: #1a7f37; --c5: #bf3989; --c6: #0b7c87 }
            @media (prefers-color-scheme: dark) { :root { --ground: #14171b; --ink: #e6e9ed; --soft: #9aa4af;
              --rule: #30373f; --good: #4ac26b; --doubt: #e0a72e; --bad: #ff7b72; --c1: #6cb0ff; --c2: #f0a35e;
              --c3: #c69cff; --c4: #56d364; --c5: #ff9bce; --c6: #4fd1dd } }
            body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif }
            main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 3rem }
            h1 { font-size: 1.6rem; margin: 0 } h2 { font-size: 1.1rem; margin: 2rem 0 .25rem }
            p { color: var(--soft) } p b { color: var(--ink) } small { color: var(--soft); font-weight: 400 }
            .wide { overflow-x: auto } table { border-collapse: collapse; width: 100% }
            th, td { text-align: left; padding: .35rem .4rem; border-bottom: 1px solid var(--rule); vertical-align: top }
            thead th { color: var(--soft); font-weight: 600; white-space: nowrap }
            .n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
            .PASS, .BETTER { color: var(--good) } .WARN, .note { color: var(--doubt) } .FAIL, .WORSE { color: var(--bad) }
            figure { margin: 2rem 0 0 } figure h2 { margin-top: 0 } svg { width: 100%; height: auto; display: block }
            svg text { fill: var(--soft); font-size: 12px } .grid { stroke: var(--rule); fill: none }
            @media (max-width: 40rem) { svg text { font-size: 18px } }
            .line { fill: none; stroke: currentColor; stroke-width: 2; stroke-linejoin: round }
            .legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; list-style: none; margin: 0 0 .5rem; padding: 0 }
            .legend li::before { content: ""; display: inline-block; width: 1.2em; border-top: 3px solid;
              vertical-align: middle; margin-right: .4em }
            .c0 { color: var(--bad) } .c1 { color: var(--c1) } .c2 { color: var(--c2) } .c3 { color: var(--c3) }
            .c4 { color: var(--c4) } .c5 { color: var(--c5) } .c6 { color: var(--c6) }
            </style></head><body><main>
            """;
}
