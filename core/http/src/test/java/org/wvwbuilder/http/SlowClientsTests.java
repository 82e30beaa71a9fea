package org.wvwbuilder.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class SlowClientsTests {
    /** More than the 200 that Jetty's pool of virtual threads serves at once by itself. */
    private static final int CLIENTS = 300;

    private static final byte[] HALF_A_REQUEST =
            ("POST /api/v1/shelf HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer commander\r\n"
                            + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{")
                    .getBytes(StandardCharsets.US_ASCII);

    @Test
    void othersAreServedMeanwhile() throws Exception {
        var slow = new ArrayList<Socket>();
        try (var server = new TestServer()) {
            for (int i = 0; i < CLIENTS; i++) {
                var socket = new Socket(server.address.getHost(), server.address.getPort());
                slow.add(socket);
                socket.getOutputStream().write(HALF_A_REQUEST);
            }
            for (int i = 0; i < 20; i++) {
                assertThat(server.get("/api/v1/shelf").statusCode()).isEqualTo(200);
            }
            for (var socket : slow) socket.close();
        }
    }
}
