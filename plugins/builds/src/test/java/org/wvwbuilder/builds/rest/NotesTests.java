package org.wvwbuilder.builds.rest;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.List;
import org.junit.jupiter.api.Test;

class NotesTests {

    @Test
    void markdownBecomesHtml() {
        assertThat(Notes.html("# Reset\n\n- **push** `1`\n- [guide](https://guild.example/a?b=1&c)"))
                .contains("<h1>Reset</h1>", "<strong>push</strong>", "<code>1</code>")
                .contains("<a rel=\"nofollow noopener noreferrer\" href=\"https://guild.example/a?b=1&amp;c\">");
        assertThat(Notes.html("")).isEmpty();
    }

    @Test
    void nothingInNotesRuns() {
        for (var evil : List.of(
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[a](javascript:alert(1))",
                "[a](JaVaScRiPt:alert(1))",
                "[a](java\nscript:alert(1))",
                "[a](&#106;avascript:alert(1))",
                "[a](data:text/html;base64,PHNjcmlwdD4=)",
                "[a](vbscript:x)",
                "![a](javascript:alert(1))",
                "<a href=\"javascript:alert(1)\">x</a>",
                "[a](https://x \"onmouseover=alert(1)\")",
                "[a]: javascript:alert(1)\n\n[a]",
                "<javascript:alert(1)>",
                "```<script>\nalert(1)\n```",
                "a\n<div onclick=\"alert(1)\">b</div>")) {
            var html = Notes.html(evil);
            assertThat(html)
                    .as(evil)
                    .doesNotContain("<script", "<img", "<div", "onclick=\"", "onerror=\"")
                    .doesNotContainPattern("(?i)href=\"\\s*(javascript|data|vbscript)");
        }
    }

    @Test
    void picturesBecomeLinks() {
        assertThat(Notes.html("![map](https://spy.example/p.png) ![](https://spy.example/q.png)"))
                .doesNotContain("<img")
                .contains("href=\"https://spy.example/p.png\">map</a>", ">https://spy.example/q.png</a>");
    }

    @Test
    void aBombTakesNoTime() {
        for (var bomb : List.of(
                ">".repeat(10_000),
                "[".repeat(10_000),
                "*a ".repeat(3_333),
                "- ".repeat(5_000),
                "[a](".repeat(2_500),
                "`".repeat(10_000),
                "<".repeat(10_000),
                "![".repeat(5_000),
                "&#".repeat(5_000))) {
            var html = assertTimeoutPreemptively(ofSeconds(5), () -> Notes.html(bomb));
            assertThat(html).hasSizeLessThan(200_000);
        }
    }
}
