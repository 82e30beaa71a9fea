package org.wvwbuilder.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quality goal N5, and what else is malformed, at Jetty itself. */
class LimitTests {
    private static final String HEAD = "POST /api/v1/shelf/login HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\n";
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
    void aBodyAboveTheLimitIsRefusedByWhatItSaysOfItself() throws Exception {
        assertProblem(server.raw(HEAD + "Content-Length: 1048577\r\n\r\n"), 413);
    }

    @Test
    void aBodyAboveTheLimitIsRefusedAlsoInChunks() throws Exception {
        var chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
        assertProblem(upload(HEAD + "Transfer-Encoding: chunked\r\n\r\n", chunk, 17), 413);
    }

    @Test
    void aFormAboveTheLimitIsRefusedToo() throws Exception {
        var head = HEAD.replace("application/json", "application/x-www-form-urlencoded");
        var chunk = "10000\r\n" + "a=b&".repeat(0x4000) + "\r\n";
        assertProblem(upload(head + "Transfer-Encoding: chunked\r\n\r\n", chunk, 17), 413);
    }

    @Test
    void aBodyJustBelowTheLimitIsTaken() throws Exception {
        var padding = " ".repeat((1 << 20) - 40);
        var answer = server.post("/api/v1/shelf/login", "{\"username\":\"u\"," + padding + "\"password\":\"p\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void headersAboveTheLimitAreRefused() throws Exception {
        assertProblem(
                server.raw("GET /api/v1/shelf HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n"), 431);
    }

    @Test
    void anAddressAboveTheLimitIsRefused() throws Exception {
        assertProblem(server.raw("GET /api/v1/shelf?" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"), 414);
    }

    /**
     * To a resource that takes any object, so that no type ends the reading before the limit does. How long a refusal takes says more
     * of the machine than of the server, so each is compared with a body of the same length that is taken, in turns: what is refused
     * must not cost more than reading it.
     */
    @ParameterizedTest
    @ValueSource(strings = {"deep", "deep-objects", "open", "wide", "long-number", "long-name", "doubled"})
    void jsonThatWouldCostTooMuchIsRefusedForLessThanReadingIt(String kind) throws Exception {
        var json = switch (kind) {
            case "deep" -> "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
            case "deep-objects" -> "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
            case "open" -> "{\"a\":" + "[".repeat(1_000_000);
            case "wide" -> "{\"a\":[" + "1,".repeat(500_000) + "1]}";
            case "long-number" -> "{\"a\":" + "9".repeat(1_000_000) + "}";
            case "long-name" -> "{\"" + "n".repeat(1_000_000) + "\":1}";
            default -> "{\"a\":1,\"b\":2,\"a\":3}";
        };
        assertThat(json.length()).isLessThan(1 << 20);
        var plain = "{\"a\":" + " ".repeat(json.length() - 7) + "1}";
        var refused = new ArrayList<Long>();
        var taken = new ArrayList<Long>();
        for (int i = 0; i < 20; i++) {
            ProblemTests.problem(timed(refused, json), 400, "invalid-json");
            assertThat(timed(taken, plain).statusCode()).isEqualTo(200);
        }
        assertThat(median(refused))
                .as("refused %s, taken %s", refused, taken)
                .isLessThan(3 * median(taken) + TimeUnit.MILLISECONDS.toMicros(20));
    }

    private HttpResponse<String> timed(List<Long> times, String json) throws Exception {
        long begun = System.nanoTime();
        var answer = server.post("/api/v1/shelf/pile", json);
        times.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun));
        return answer;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    @Test
    void namesWithoutEndAreRefusedToo() throws Exception {
        var names = IntStream.range(0, 70_000)
                .mapToObj(number -> "\"n" + number + "\":1")
                .collect(Collectors.joining(",", "{", "}"));
        ProblemTests.problem(server.post("/api/v1/shelf/pile", names), 400, "invalid-json");
    }

    @Test
    void jsonJustBelowTheLimitsIsTaken() throws Exception {
        var deep = "{\"a\":" + "[".repeat(Json.DEPTH - 1) + "]".repeat(Json.DEPTH - 1) + "}";
        assertThat(server.post("/api/v1/shelf/pile", deep).statusCode()).isEqualTo(200);
        assertThat(server.post("/api/v1/shelf/pile", deep.replaceFirst("\\[]", "[[]]"))
                        .statusCode())
                .isEqualTo(400);
        var wide = "{\"a\":[" + "1,".repeat((int) Json.TOKENS - 10) + "1]}";
        assertThat(server.post("/api/v1/shelf/pile", wide).statusCode()).isEqualTo(200);
    }

    /** An exponent is a short way to write a number that would fill the memory. */
    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1E+2147483647", "-1e-999999999", "99999999999999999999", "1.0"})
    void aNumberThatFitsNoFieldIsRefused(String number) throws Exception {
        var answer = server.send(
                "PUT",
                "/api/v1/shelf/1",
                "{\"title\":\"t\",\"page_count\":" + number + ",\"binding\":\"paper\"}",
                "Content-Type",
                "application/json");
        ProblemTests.problem(answer, 400, "invalid-json");
        var bare = server.post("/api/v1/shelf/pile", "{\"a\":" + number + "}");
        assertThat(bare.statusCode()).isEqualTo(200);
    }

    /** Clients keep connections: a refusal must not cost them the next request. */
    @Test
    void aRefusalThatReadsNoBodyLeavesTheConnectionGood() throws Exception {
        try (var socket = new Socket(server.address.getHost(), server.address.getPort())) {
            socket.setSoTimeout(10_000);
            var out = socket.getOutputStream();
            for (int i = 0; i < 3; i++) {
                out.write(("DELETE /api/v1/shelf/nowhere HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                + "Content-Length: 100000\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
                out.flush();
                out.write(new byte[100_000]);
                out.flush();
            }
            out.write("GET /api/v1/shelf/told HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            var answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers.split("HTTP/1.1 ", -1)).hasSize(5);
        }
    }

    @Test
    void whereMoreBodyMayFollowTheRefusalSaysThatTheConnectionEnds() throws Exception {
        var begun =
                "DELETE /api/v1/shelf/nowhere HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n";
        assertThat(server.raw(begun)).containsIgnoringCase("\r\nConnection: close\r\n");
        var tooLong = "DELETE /api/v1/shelf/nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n\r\nhello";
        assertThat(server.raw(tooLong)).containsIgnoringCase("\r\nConnection: close\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "x-gzip", "deflate", "br", "zstd", "gzip, gzip", "identity, gzip"})
    void aPackedBodyIsRefusedUnread(String coding) throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 1_000; i++) gzip.write(new byte[1 << 16]);
        }
        var head = HEAD + "Content-Encoding: " + coding + "\r\nContent-Length: " + packed.size() + "\r\n\r\n";
        assertProblem(server.raw(head + packed.toString(StandardCharsets.ISO_8859_1)), 415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/shelf%2ftold HTTP/1.1\r\nHost: x\r\n",
                "GET /api/v1/shelf/../shelf HTTP/1.1\r\nHost: x\r\n",
                "GET /api/v1/shelf/%2e%2e/shelf HTTP/1.1\r\nHost: x\r\n",
                "GET /api/v1/shelf/%zz HTTP/1.1\r\nHost: x\r\n",
                "GET /api/v1/shelf/%00 HTTP/1.1\r\nHost: x\r\n",
                "GET /api/v1/shelf?n=a%00b HTTP/1.1\r\nHost: x\r\n",
                "GET /api/v1/shelf HTTP/1.1\r\n",
                "GET /api/v1/shelf HTTP/1.1\r\nHost: x\r\nHost: y\r\n",
                "GET /api/v1/shelf HTTP/1.1\r\nHost: x y\r\n",
                "GET /api/v1/shelf HTTP/1.1\r\nHost: x\r\nBad Name: y\r\n",
                "GET /api/v1/shelf HTTP/1.1\r\nHost: x\r\n folded\r\n",
                "G\u0000T /api/v1/shelf HTTP/1.1\r\nHost: x\r\n",
                "POST /api/v1/shelf/login HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                "POST /api/v1/shelf/login HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n",
                "POST /api/v1/shelf/login HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n",
                "POST /api/v1/shelf/login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked, identity\r\n",
            })
    void aMalformedRequestIsRefusedAsAProblem(String request) throws Exception {
        var raw = server.raw(request + "Connection: close\r\n\r\n");
        assertThat(raw).as(request).containsPattern("^HTTP/1.1 (400|404|501) ");
        assertThat(raw).contains("Content-Type: application/problem+json", "X-Content-Type-Options: nosniff");
        assertThat(raw).doesNotContain("jetty", "Exception", "<html");
    }

    @Test
    void aBodyThatEndsTooEarlyIsNoDefect() throws Exception {
        try (var socket = new Socket(server.address.getHost(), server.address.getPort())) {
            socket.getOutputStream().write((HEAD + "Content-Length: 100\r\n\r\n{").getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .satisfiesAnyOf(
                            a -> assertThat(a).isEmpty(), a -> assertThat(a).startsWith("HTTP/1.1 400"));
        }
        assertThat(server.get("/api/v1/shelf").statusCode()).isEqualTo(200);
    }

    private static void assertProblem(String raw, int status) {
        assertThat(raw).startsWith("HTTP/1.1 " + status + " ");
        assertThat(raw).contains("Content-Type: application/problem+json", "\"status\":" + status);
        assertThat(raw).contains("Content-Security-Policy:", "X-Request-Id:");
    }

    /** Sends in pieces and stops where the server has answered already. */
    private static String upload(String head, String chunk, int times) throws Exception {
        try (var socket = new Socket(server.address.getHost(), server.address.getPort())) {
            socket.setSoTimeout(15_000);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < times; i++) out.write(chunk.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            var first = new byte[8_192];
            int read = socket.getInputStream().read(first);
            return new String(first, 0, Math.max(0, read), StandardCharsets.UTF_8);
        }
    }
}
