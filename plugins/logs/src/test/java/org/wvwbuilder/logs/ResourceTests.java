package org.wvwbuilder.logs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ResourceTests {
    @TempDir
    Path folder;

    private World world;

    @BeforeEach
    void open() throws Exception {
        var text = new StringBuilder();
        for (var i = 10; i < 60; i++) {
            text.append("2026-11-24T08:00:" + i + ".000+00:00 " + (i % 2 == 0 ? "ERROR" : "INFO ") + " a.B number " + i
                    + "\n");
        }
        Files.writeString(folder.resolve("gw2.log"), text);
        Files.writeString(folder.resolve("secret"), "root:x:0:0");
        Files.writeString(
                folder.resolve("nginx-access.log"),
                "203.0.113.9 - - [24/Nov/2026:09:12:17 +0100] \"GET /x HTTP/1.1\" 502 12 \"-\" \"curl\"\n");
        world = new World(folder, Map.of(), true);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void onlyAdministratorsReadAndOnlyWhatThereIs() throws Exception {
        for (var path : List.of("/logs", "/logs/application", "/logs/application/stream")) {
            assertThat(world.get(path, "commander").statusCode()).isEqualTo(403);
        }
        assertThat(world.get("/logs", "admin").body())
                .contains("application", "nginx-access")
                .doesNotContain("backups");
        assertThat(world.get("/logs/backups", "admin").statusCode()).isEqualTo(404);
        assertThat(world.get("/logs/nginx-access", "admin").body()).contains("\"status\":502", "\"level\":\"error\"");
    }

    @Test
    void pagesAndFiltersMeet() throws Exception {
        var seen = new ArrayList<String>();
        var cursor = "";
        do {
            var page = new ObjectMapper()
                    .readTree(world.get(
                                    "/logs/application?level=error&q=NUMBER&limit=7&since=2026-11-24T08:00:20Z"
                                            + cursor,
                                    "admin")
                            .body());
            page.path("items").forEach(item -> seen.add(item.path("message").asText()));
            cursor = page.path("next_cursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("next_cursor").asText();
        } while (!cursor.isEmpty());
        assertThat(seen).hasSize(20).first().isEqualTo("number 58");
        assertThat(seen).last().isEqualTo("number 20");
    }

    @Test
    void whatIsNotRightIsNamed() throws Exception {
        for (var query : List.of(
                "level=loud",
                "since=yesterday",
                "until=x",
                "limit=0",
                "limit=201",
                "cursor=abc",
                "q=" + "x".repeat(201))) {
            var answer = world.get("/logs/application?" + query, "admin");
            assertThat(answer.statusCode()).as(query).isEqualTo(422);
            assertThat(answer.body()).contains("?" + query.replaceAll("=.*", ""));
        }
    }

    @Test
    void aPatternThatIsHostileToOthersIsPlainTextHere() throws Exception {
        Files.writeString(folder.resolve("gw2.log"), "2026-11-24T08:00:00.000Z INFO a.B " + "a".repeat(60_000) + "!\n");
        var begun = System.nanoTime();
        var answer = world.get("/logs/application?q=(a%2B)%2B%24", "admin");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(System.nanoTime() - begun).isLessThan(1_000_000_000L);
    }

    @Test
    void noPathLeadsAnywhere() throws Exception {
        var tries = new ArrayList<String>();
        for (var up : List.of("..", "%2e%2e", "%252e%252e", "..%00", "....", "%c0%ae%c0%ae", "..;", "..%5c")) {
            for (var slash : List.of("/", "%2f", "%252f", "%5c", "%c0%af")) tries.add(up + slash + "secret");
        }
        assertThat(tries).hasSize(40);
        assertThat(world.raw("/logs/application"))
                .as("the same request for a log")
                .startsWith("HTTP/1.1 200");
        assertThat(world.raw("/logs/secret")).as("a name that is none").startsWith("HTTP/1.1 404");
        for (var path : tries) {
            var answer = world.raw("/logs/" + path);
            // Not 404 as for other names: the web server refuses such addresses as malformed before any plugin is
            // asked.
            assertThat(answer).as(path).startsWith("HTTP/1.1 400 ").doesNotContain("root:x");
        }
        for (var name : List.of("secret", "gw2.log", "nginx-access.log", "APPLICATION", "application%20", "C:secret")) {
            assertThat(world.raw("/logs/" + name)).as(name).startsWith("HTTP/1.1 404 ");
        }
    }

    @Test
    void theStreamTellsWhatIsWrittenFromNowOn() throws Exception {
        var answer = world.http()
                .send(
                        world.request("/logs/application/stream?level=error", "admin"),
                        HttpResponse.BodyHandlers.ofLines());
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        try (var lines = answer.body()) {
            var told = lines.iterator();
            assertThat(told.next()).isEqualTo(":");
            Files.writeString(
                    folder.resolve("gw2.log"),
                    "2026-11-24T09:00:00.000Z INFO a.B calm\n2026-11-24T09:00:00.000Z ERROR a.B storm\n\tat x\n",
                    StandardOpenOption.APPEND);
            var line = told.next();
            while (!line.startsWith("data:")) line = told.next();
            assertThat(line).contains("storm", "at x").doesNotContain("calm");
        }
    }
}
