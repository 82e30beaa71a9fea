package org.wvwbuilder.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class WireTests {
    /** More than the system takes from a server whose client does not read. */
    private static final int REQUESTS = 3_000;
    /** Its answer fills most of what the head leaves. */
    private static final String PATH = "/api/v1/shelf/all?limit=45";

    private final TestServer server;

    WireTests() throws Exception {
        server = new TestServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whoReadsLateGetsEveryAnswerWhole() throws Exception {
        var body = server.get(PATH, "Authorization", "Bearer member").body();
        try (var socket = new Socket(server.address.getHost(), server.address.getPort())) {
            socket.setReceiveBufferSize(64 << 10);
            var sent = CompletableFuture.runAsync(() -> send(socket));
            // Meanwhile its buffers fill, and it writes what is left in pieces.
            Thread.sleep(1_500);
            var answers = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
            for (int i = 0; i < REQUESTS; i++) assertThat(answer(answers)).isEqualTo(body);
            sent.join();
        }
    }

    private static void send(Socket socket) {
        var request =
                ("GET " + PATH + " HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer member\r\n\r\n").getBytes(US_ASCII);
        try {
            for (int i = 0; i < REQUESTS; i++) socket.getOutputStream().write(request);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String answer(DataInputStream from) throws IOException {
        int length = -1;
        var line = line(from);
        assertThat(line).isEqualTo("HTTP/1.1 200 OK");
        while (!line.isEmpty()) {
            if (line.startsWith("Content-Length: ")) length = Integer.parseInt(line.substring(16));
            line = line(from);
        }
        return new String(from.readNBytes(length), US_ASCII);
    }

    private static String line(DataInputStream from) throws IOException {
        var line = new StringBuilder();
        for (int c = from.readUnsignedByte(); c != '\n'; c = from.readUnsignedByte()) {
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }
}
