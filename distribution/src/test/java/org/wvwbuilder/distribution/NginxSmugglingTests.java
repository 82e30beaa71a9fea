package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wvwbuilder.testing.Await;

/** Requests whose end two servers may see at different places: what hides in a body is never taken for a request. */
class NginxSmugglingTests {
    private static final String HIDDEN = "GET /smuggled HTTP/1.1\r\nHost: " + Nginx.NAME + "\r\n\r\n";
    private static final String CHUNKS = "0\r\n\r\n" + HIDDEN;
    private static final String LENGTH = "Content-Length: " + CHUNKS.length() + "\r\n";
    /** Each is the headers of a request with the body {@link #CHUNKS}. */
    private static final List<String> CASES = List.of(
            LENGTH + "Transfer-Encoding: chunked\r\n",
            "Transfer-Encoding: chunked\r\n" + LENGTH,
            LENGTH + "Transfer-Encoding: xchunked\r\n",
            LENGTH + "Transfer-Encoding: chunked, identity\r\n",
            LENGTH + "Transfer-Encoding: identity, chunked\r\n",
            LENGTH + "Transfer-Encoding : chunked\r\n",
            LENGTH + "Transfer-Encoding:\tchunked\r\n",
            LENGTH + "Transfer-Encoding:\u000bchunked\r\n",
            LENGTH + "Transfer-Encoding: \"chunked\"\r\n",
            LENGTH + "Transfer-Encoding:\r\n chunked\r\n",
            LENGTH + "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
            LENGTH + " Transfer-Encoding: chunked\r\n",
            LENGTH + "X: y\rTransfer-Encoding: chunked\r\n",
            LENGTH + "X: y\u0000\r\nTransfer-Encoding: chunked\r\n",
            LENGTH + "Content-Length: 5\r\n",
            "Content-Length: 5\r\n" + LENGTH,
            "Content-Length: 5, " + CHUNKS.length() + "\r\n",
            "Content-Length: +5\r\n",
            "Content-Length: 0x5\r\n",
            "Content-Length: -1\r\n");

    @RegisterExtension
    static final NginxSite SITE = new NginxSite();

    @Test
    void nothingHiddenInABodyIsTakenForARequest() throws Exception {
        assertThat(CASES).hasSize(20);
        int backend = SITE.server().awaitReady().getPort();
        for (var headers : CASES) {
            try (var client = TlsClient.direct(backend, 0)) {
                exchange(client, request(headers));
            }
            try (var client = TlsClient.through(SITE.nginx())) {
                exchange(client, request(headers));
            }
        }
        // Two honest requests at once: both must arrive, else the log would prove nothing.
        try (var client = TlsClient.direct(backend, 0)) {
            exchange(client, honest("one"));
        }
        try (var client = TlsClient.through(SITE.nginx())) {
            exchange(client, honest("two"));
        }
        Await.until(
                "both are logged",
                () -> NginxTests.logs(SITE.gw2()).contains("/one")
                        && NginxTests.logs(SITE.gw2()).contains("/two"));
        assertThat(NginxTests.logs(SITE.gw2())).doesNotContain("/smuggled");
        assertThat(Files.readString(SITE.nginx().folder.resolve("log/gw2-builder-access.log")))
                .contains("/two")
                .doesNotContain("/smuggled");
    }

    private static String honest(String name) {
        return request("Content-Length: 0\r\n").replace(CHUNKS, HIDDEN.replace("smuggled", name));
    }

    private static String request(String headers) {
        return "POST /api/v1/chat-links/decode HTTP/1.1\r\nHost: " + Nginx.NAME
                + "\r\nContent-Type: application/json\r\n" + headers + "\r\n" + CHUNKS;
    }

    /** Sends it and reads until the server closes, or has said nothing for a second. */
    private static void exchange(TlsClient client, String request) throws IOException {
        var socket = client.socket;
        socket.setSoTimeout(1_000);
        try {
            client.write(request).socket.getInputStream().readAllBytes();
        } catch (SocketTimeoutException keptOpen) {
            assertThat(socket.isConnected()).isTrue();
        } catch (SocketException closed) {
            assertThat(closed).hasMessageMatching("(?i).*(reset|broken pipe).*");
        }
    }
}
