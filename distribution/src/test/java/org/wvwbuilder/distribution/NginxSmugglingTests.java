package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

    @Test
    void nothingHiddenInABodyIsTakenForARequest(@TempDir Path folder) throws Exception {
        assertThat(CASES).hasSize(20);
        try (var gw2 = Gw2.in(Files.createDirectory(folder.resolve("gw2")))) {
            int backend = gw2.run().awaitReady().getPort();
            try (var nginx = new Nginx(Files.createDirectory(folder.resolve("nginx")), backend).start()) {
                for (var headers : CASES) {
                    direct(backend, request(headers));
                    through(nginx, request(headers));
                }
                // Two honest requests at once: both must arrive, else the log would prove nothing.
                direct(backend, request("Content-Length: 0\r\n").replace(CHUNKS, HIDDEN.replace("smuggled", "one")));
                through(nginx, request("Content-Length: 0\r\n").replace(CHUNKS, HIDDEN.replace("smuggled", "two")));
                Await.until(
                        "both are logged",
                        () -> NginxTests.logs(gw2).contains("/one")
                                && NginxTests.logs(gw2).contains("/two"));
                assertThat(NginxTests.logs(gw2)).doesNotContain("/smuggled");
                assertThat(Files.readString(nginx.folder.resolve("log/gw2-builder-access.log")))
                        .contains("/two")
                        .doesNotContain("/smuggled");
            }
        }
    }

    private static String request(String headers) {
        return "POST /api/v1/chat-links/decode HTTP/1.1\r\nHost: " + Nginx.NAME
                + "\r\nContent-Type: application/json\r\n" + headers + "\r\n" + CHUNKS;
    }

    private static void direct(int port, String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            exchange(socket, request);
        }
    }

    private static void through(Nginx nginx, String request) throws Exception {
        try (var socket = (SSLSocket) trust(nginx).getSocketFactory().createSocket("127.0.0.1", nginx.port)) {
            var parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(Nginx.NAME)));
            socket.setSSLParameters(parameters);
            exchange(socket, request);
        }
    }

    private static SSLContext trust(Nginx nginx) throws Exception {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var pem = Files.newInputStream(nginx.folder.resolve("certificate.pem"))) {
            store.setCertificateEntry(
                    "site", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    /** Sends it and reads until the server closes, or has said nothing for a second. */
    private static void exchange(Socket socket, String request) throws IOException {
        socket.setSoTimeout(1_000);
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getInputStream().readAllBytes();
        } catch (SocketTimeoutException keptOpen) {
            assertThat(socket.isConnected()).isTrue();
        } catch (SocketException closed) {
            assertThat(closed).hasMessageMatching("(?i).*(reset|broken pipe).*");
        }
    }
}
