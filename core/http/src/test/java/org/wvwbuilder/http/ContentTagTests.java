package org.wvwbuilder.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Data that did not change does not go over the wire a second time, and data that did always does. */
class ContentTagTests {
    private static final String ALL = "/api/v1/shelf/all";
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new TestServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aListThatIsTheSameIsNotSentAgain() throws Exception {
        var first = read(ALL + "?limit=20", "Accept-Encoding", "gzip");
        assertThat(first.headers().firstValue("Content-Encoding")).contains("gzip");
        var tag = tag(first);
        assertThat(tag).startsWith("W/\"").endsWith("\"");
        for (var known : List.of(tag, "\"other\", " + tag, tag.substring(2), "*")) {
            var again = read(ALL + "?limit=20", "If-None-Match", known);
            assertThat(again.statusCode()).as(known).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().firstValue("ETag")).contains(tag);
            assertThat(again.headers().firstValue("Content-Type")).isEmpty();
            assertThat(again.headers().firstValue("Vary")).contains("Accept-Encoding");
            assertThat(again.headers().firstValue("Cache-Control")).contains("no-store");
        }
    }

    @Test
    void whatIsOtherwiseIsSentWhole() throws Exception {
        var tag = tag(read(ALL + "?limit=20"));
        var other = read(ALL + "?limit=21", "If-None-Match", tag);
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(tag(other)).isNotEqualTo(tag);
        var empty = read(ALL + "?limit=20", "If-None-Match", "W/\"\"");
        assertThat(empty.statusCode()).isEqualTo(200);
    }

    @Test
    void theTagOfAnotherOpensNothing() throws Exception {
        var tag = tag(read(ALL));
        assertThat(server.get(ALL, "If-None-Match", tag).statusCode()).isEqualTo(401);
        assertThat(server.get(ALL, "If-None-Match", "*").statusCode()).isEqualTo(401);
    }

    @Test
    void headSaysTheSameAsGet() throws Exception {
        var tag = tag(server.get("/api/v1/shelf"));
        assertThat(tag(server.send("HEAD", "/api/v1/shelf", null))).isEqualTo(tag);
        assertThat(server.send("HEAD", "/api/v1/shelf", null, "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void streamsLongAnswersRefusalsAndWritesHaveNone() throws Exception {
        assertThat(server.get("/api/v1/shelf/events").headers().firstValue("ETag"))
                .isEmpty();
        assertThat(server.get("/api/v1/shelf/long").headers().firstValue("ETag"))
                .isEmpty();
        assertThat(server.get("/api/v1/shelf/told").headers().firstValue("ETag"))
                .isPresent();
        assertThat(server.get("/api/v1/shelf/fails/stale", "If-None-Match", "*").statusCode())
                .isEqualTo(412);
        var piled = server.post("/api/v1/shelf/pile", "{}", "If-None-Match", "*");
        assertThat(piled.statusCode()).isEqualTo(200);
        assertThat(piled.headers().firstValue("ETag")).isEmpty();
    }

    private static HttpResponse<String> read(String path, String... headers) throws Exception {
        var all = new ArrayList<>(List.of("Authorization", "Bearer member"));
        all.addAll(List.of(headers));
        return server.get(path, all.toArray(String[]::new));
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
