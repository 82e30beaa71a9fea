package org.wvwbuilder.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.ConsoleHandler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.testing.Await;

class ResourceTests {
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = new TestServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Programs say what they would send if they sent something. */
    @Test
    void whatHasNoBodyMayBeOfAnyType() throws Exception {
        assertThat(server.get("/api/v1/shelf", "Content-Type", "application/xml")
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.get("/api/v1/shelf", "Content-Type", "application/json")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void methodsOfOnePathAreToldApartByTheTypeOfTheirAnswer() throws Exception {
        var path = "/api/v1/pamphlet";
        assertThat(type(server.get(path, "Accept", "text/csv"))).startsWith("text/csv");
        // That which says its type comes first.
        assertThat(type(server.get(path))).startsWith("text/csv");
        assertThat(type(server.get(path, "Accept", "application/json"))).startsWith("application/json");
        assertThat(server.get(path, "Accept", "image/png").statusCode()).isEqualTo(406);
    }

    private static String type(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    @Test
    void aRecordIsAnsweredInSnakeCaseWithItsLength() throws Exception {
        var raw = server.raw("GET /api/v1/shelf HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(raw).startsWith("HTTP/1.1 200 OK\r\n").doesNotContain("chunked");
        assertThat(raw)
                .endsWith("{\"title\":\"Tyria\",\"page_count\":12,\"binding\":\"hard_cover\",\"sub_title\":null,"
                        + "\"printed_at\":\"1970-01-01T00:00:00Z\",\"tags\":[\"a\"],\"marks\":{\"x\":1}}");
    }

    @Test
    void everyAnswerOfAResourceCarriesTheSecurityHeaders() throws Exception {
        var headers = server.get("/api/v1/shelf").headers();
        assertThat(headers.firstValue("Content-Security-Policy"))
                .get()
                .asString()
                .startsWith("default-src 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.firstValue("X-Request-Id")).get().asString().hasSize(16);
        assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        assertThat(headers.firstValue("Server")).isEmpty();
    }

    @Test
    void headTellsTheLengthAndSendsNoBody() throws Exception {
        var raw = server.raw("HEAD /api/v1/shelf HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(raw)
                .startsWith("HTTP/1.1 200 OK\r\n")
                .containsIgnoringCase("content-length: 138")
                .endsWith("\r\n\r\n");
    }

    /** Its events go on for minutes, and nothing of them is sent by which it could be noticed that the client is gone. */
    @Test
    void headOfAStreamIsAnsweredAtOnceAndEndsIt() throws Exception {
        int before = Shelf.STREAMS_ENDED.get();
        var raw = server.raw("HEAD /api/v1/shelf/events?n=2000000000 HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(raw)
                .startsWith("HTTP/1.1 200 OK\r\n")
                .containsIgnoringCase("content-type: text/event-stream")
                .containsIgnoringCase("connection: close")
                .endsWith("\r\n\r\n");
        Await.until("the stream has ended", () -> Shelf.STREAMS_ENDED.get() == before + 1);
    }

    @Test
    void aLongAnswerComesWholeAndPackedWhenAsked() throws Exception {
        var plain = server.get("/api/v1/shelf/long");
        var packed = server.client()
                .send(
                        server.request("GET", "/api/v1/shelf/long", null, "Accept-Encoding", "gzip"),
                        BodyHandlers.ofInputStream());
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        try (var unpacked = new java.util.zip.GZIPInputStream(packed.body())) {
            assertThat(new String(unpacked.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo(plain.body())
                    .hasSizeGreaterThan(500_000);
        }
    }

    @Test
    void aMiddlingAnswerIsPackedInOnePieceAndAShortOneIsNot() throws Exception {
        var middling = server.get("/api/v1/shelf/long?n=50", "Accept-Encoding", "gzip");
        assertThat(middling.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(middling.headers().firstValue("Content-Length")).isPresent();
        var brief = server.get("/api/v1/shelf", "Accept-Encoding", "gzip");
        assertThat(brief.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void eventsAreSentWhenTheyAreFlushed() throws Exception {
        var answer = server.get("/api/v1/shelf/events", "Accept-Encoding", "gzip");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(answer.body()).isEqualTo("data: 0\n\ndata: 1\n\ndata: 2\n\n");
    }

    @Test
    void anAnswerThatBreaksHalfwayIsNotTakenForAWholeOne() throws Exception {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> server.get("/api/v1/shelf/broken"))
                .isInstanceOf(java.io.IOException.class);
    }

    @Test
    void aMethodWithoutAnswerGives204() throws Exception {
        var answer = server.get("/api/v1/shelf/nothing");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void whatWasCreatedIsNamedByItsAddress() throws Exception {
        var answer = server.post("/api/v1/shelf", """
                {"title":"A","page_count":3,"binding":"Paper","chapters":[{"name":"I","first_page":1}]}""", "Authorization", "Bearer commander");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).contains(server.address + "/api/v1/shelf/tyria");
        assertThat(answer.headers().firstValue("ETag")).contains("\"1\"");
        assertThat(answer.body())
                .isEqualTo("{\"title\":\"A\",\"page_count\":3,\"binding\":\"paper\",\"sub_title\":null,"
                        + "\"chapters\":[{\"name\":\"I\",\"first_page\":1}]}");
    }

    @Test
    void formsAreReadInBothWays() throws Exception {
        var fields = server.send(
                "POST",
                "/api/v1/shelf/login",
                "username=a%40b.c&password=p%20w",
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertThat(fields.body()).contains("\"address\":\"a@b.c\"", "\"origin\":\"p w\"", "\"secure\":false");
        var json = server.post("/api/v1/shelf/login", "{\"username\":\"u\",\"password\":\"p\"}");
        assertThat(json.body()).contains("\"address\":\"u\"", "\"secure\":true");
        var map = server.send("POST", "/api/v1/shelf/form", "a=1", "Content-Type", "application/x-www-form-urlencoded");
        assertThat(map.body()).isEqualTo("{\"a\":\"1\"}");
    }

    @Test
    void parametersAreReadAsJsonIs() throws Exception {
        var answer = server.get(
                "/api/v1/shelf/all?limit=2&binding=hard_cover&since=2026-11-01T00:00:00Z",
                "Authorization",
                "Bearer member");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).endsWith("\"next_cursor\":null}");
    }

    @Test
    void aListenerWhoLeavesIsNoErrorInTheLog() throws Exception {
        var told = new CopyOnWriteArrayList<String>();
        var ear = new ConsoleHandler() {
            @Override
            public void publish(LogRecord entry) {
                told.add(entry.getLevel() + " " + entry.getMessage());
            }
        };
        var log = Logger.getLogger("org.glassfish.jersey");
        log.addHandler(ear);
        try {
            int before = Shelf.STREAMS_ENDED.get();
            for (int listener = 0; listener < 20; listener++) {
                try (var socket = new Socket(server.address.getHost(), server.address.getPort())) {
                    socket.getOutputStream()
                            .write("GET /api/v1/shelf/events?n=2000000000 HTTP/1.1\r\nHost: x\r\n\r\n"
                                    .getBytes(US_ASCII));
                    assertThat(socket.getInputStream().readNBytes(100)).hasSize(100);
                }
            }
            Await.until("every stream has ended", () -> Shelf.STREAMS_ENDED.get() == before + 20);
            assertThat(server.get("/api/v1/shelf").statusCode()).isEqualTo(200);
            assertThat(told).isEmpty();
        } finally {
            log.removeHandler(ear);
        }
    }
}
