package org.wvwbuilder.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IdleTests {
    private static final String HEAD =
            "POST /api/v1/shelf HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer commander\r\n"
                    + "Content-Type: application/json\r\n";
    private static final String BODY = "{\"title\":\"Late\",\"page_count\":1}";
    private static final String LENGTH = "Content-Length: " + BODY.length() + "\r\n\r\n";
    private static final String SLOW = "/api/v1/shelf/slow?millis=3000";

    private final TestServer server;

    IdleTests() throws Exception {
        var defaults = HttpConfig.onAnyPort();
        server = new TestServer(new HttpConfig(
                defaults.host(),
                0,
                defaults.trustedProxies(),
                defaults.bodyLimit(),
                defaults.headerLimit(),
                Duration.ofSeconds(1),
                defaults.minimumRate(),
                defaults.connections()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aMethodMayBeBusyForLongerThanAConnectionMaySayNothing() throws Exception {
        assertThat(server.get(SLOW).statusCode()).isEqualTo(200);
    }

    @Test
    void aStopWaitsForAMethodThatIsBusy() throws Exception {
        try (var socket = new Socket(server.address.getHost(), server.address.getPort())) {
            send(socket, "GET " + SLOW + " HTTP/1.1\r\nHost: here\r\n\r\n");
            server.http.stop(Duration.ofSeconds(20));
            assertThat(status(socket)).isEqualTo("HTTP/1.1 200");
        }
    }

    /** Idle connections end at once then, but on a crowded machine a body may come a while after its head. */
    @Test
    void aStopWaitsForABodyAsEver() throws Exception {
        // Where this process gets no time itself, the connection's second is over before anything is sent.
        var answer = "";
        for (int attempt = 0; attempt < 5 && answer.isEmpty(); attempt++) answer = answerToALateBody();
        assertThat(answer).isEqualTo("HTTP/1.1 201");
    }

    /** Nothing when the head was not on its way half a second after the connector closed. */
    private static String answerToALateBody() throws Exception {
        try (var patient = new TestServer();
                var socket = new Socket(patient.address.getHost(), patient.address.getPort())) {
            assertThat(patient.get("/api/v1/shelf").statusCode()).isEqualTo(200);
            var stop = CompletableFuture.runAsync(() -> patient.http.stop(Duration.ofSeconds(20)));
            long closed = awaitClosed(patient);
            send(socket, HEAD + LENGTH + BODY.charAt(0));
            if (System.nanoTime() - closed > Duration.ofMillis(500).toNanos()) return "";
            Thread.sleep(1_600);
            send(socket, BODY.substring(1));
            var status = status(socket);
            stop.get();
            return status.isEmpty() ? "nothing" : status;
        }
    }

    @Test
    void aStopWaitsForABodyThatWasWaitedForBefore() throws Exception {
        try (var patient = new TestServer();
                var socket = new Socket(patient.address.getHost(), patient.address.getPort())) {
            send(socket, HEAD + "Expect: 100-continue\r\n" + LENGTH);
            assertThat(status(socket)).isEqualTo("HTTP/1.1 100");
            socket.getInputStream().readNBytes(" Continue\r\n\r\n".length());
            var stop = CompletableFuture.runAsync(() -> patient.http.stop(Duration.ofSeconds(20)));
            awaitClosed(patient);
            Thread.sleep(1_600);
            send(socket, BODY);
            assertThat(status(socket)).isEqualTo("HTTP/1.1 201");
            stop.get();
        }
    }

    /** A proxy keeps connections for later. */
    @Test
    void aStopDoesNotWaitForAConnectionThatIsKept() throws Exception {
        try (var patient = new TestServer();
                var socket = new Socket(patient.address.getHost(), patient.address.getPort())) {
            send(socket, "HEAD /api/v1/shelf HTTP/1.1\r\nHost: here\r\n\r\n");
            assertThat(status(socket)).isEqualTo("HTTP/1.1 200");
            var begun = System.nanoTime();
            patient.http.stop(Duration.ofSeconds(50));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(25));
            socket.getInputStream().readAllBytes();
        }
    }

    @Test
    void aBodyThatDoesNotComeIsNotWaitedFor() throws Exception {
        try (var socket = new Socket(server.address.getHost(), server.address.getPort())) {
            send(socket, HEAD + "Content-Length: 100\r\n\r\n{");
            assertThat(status(socket)).isEqualTo("HTTP/1.1 408");
        }
    }

    /** Connections that were there before have their short time a moment later. @return when it was open last */
    private static long awaitClosed(TestServer server) throws InterruptedException {
        long open = System.nanoTime();
        while (true) {
            try (var late = new Socket(server.address.getHost(), server.address.getPort())) {
                open = System.nanoTime();
                Thread.sleep(20);
            } catch (IOException refused) {
                Thread.sleep(200);
                return open;
            }
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String status(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
    }
}
