package org.wvwbuilder.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.RepeatedTest;

class StopTests {
    private static final byte[] REQUEST =
            "GET /api/v1/shelf HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** The system takes connections in before the server does; a proxy has sent a request into each by then. */
    @RepeatedTest(5)
    void whoHasSentARequestBeforeTheStopIsAnswered() throws Exception {
        var people = new ArrayList<Socket>();
        try (var server = new TestServer()) {
            for (int i = 0; i < 40; i++) {
                var socket = new Socket(server.address.getHost(), server.address.getPort());
                people.add(socket);
                socket.setSoTimeout(60_000);
                socket.getOutputStream().write(REQUEST);
            }
            server.http.stop(Duration.ofSeconds(10));
            assertThat(people).allSatisfy(socket -> assertThat(answer(socket)).startsWith("HTTP/1.1 "));
        } finally {
            for (var socket : people) socket.close();
        }
    }

    private static String answer(Socket socket) {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException reset) {
            return reset.toString();
        }
    }
}
