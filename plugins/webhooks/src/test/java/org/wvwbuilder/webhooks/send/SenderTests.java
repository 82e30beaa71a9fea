package org.wvwbuilder.webhooks.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.webhooks.Certificates;
import org.wvwbuilder.webhooks.Receiver;
import org.wvwbuilder.webhooks.address.Reach;
import org.wvwbuilder.webhooks.address.Refused;
import org.wvwbuilder.webhooks.address.Resolver;
import org.wvwbuilder.webhooks.address.Target;

@Timeout(60)
class SenderTests {
    private static final Message HELLO = new Message(Map.of("Wvw-Event", "ping"), "{\"é\":1}");

    private static Sender sender(Resolver resolver, SSLContext tls, int port, String... allow) {
        var reach = new Reach(List.of(allow), List.of(allow), List.of(443, port), resolver);
        return new Sender(reach, tls, Duration.ofSeconds(20), "test");
    }

    private static Sender plain(int port) throws Exception {
        return sender(
                host -> List.of(InetAddress.ofLiteral("127.0.0.1")), SSLContext.getDefault(), port, "home.example");
    }

    private static Target at(int port) throws Refused {
        return Target.of("http://home.example:" + port + "/hook?a=b");
    }

    @Test
    void aNameThatTurnsPrivateAfterItWasSavedReachesNothing() throws Exception {
        try (var inside = Receiver.plain("127.0.0.1")) {
            var asked = new AtomicInteger();
            Resolver flipping = host ->
                    List.of(InetAddress.ofLiteral(asked.getAndIncrement() == 0 ? "93.184.216.34" : "127.0.0.1"));
            var reach = new Reach(List.of(), List.of(), List.of(443, inside.port()), flipping);
            var target = Target.of("https://flip.example:" + inside.port() + "/");
            assertThat(reach.check(target)).isNotEmpty();
            var sender = new Sender(reach, SSLContext.getDefault(), Duration.ofSeconds(2), "test");
            assertThatThrownBy(() -> sender.post(target, HELLO)).isInstanceOf(Refused.class);
            assertThat(asked).hasValue(2);
            assertThat(inside.calls).isEmpty();
        }
    }

    @Test
    void theConnectionGoesToTheAddressThatWasChecked() throws Exception {
        try (var first = Receiver.plain("127.0.0.2")) {
            try (var second = new ServerSocket(first.port(), 5, InetAddress.ofLiteral("127.0.0.3"))) {
                var asked = new AtomicInteger();
                Resolver flipping = host ->
                        List.of(InetAddress.ofLiteral(asked.getAndIncrement() == 0 ? "127.0.0.2" : "127.0.0.3"));
                var sender = sender(flipping, SSLContext.getDefault(), first.port(), "home.example");
                assertThat(sender.post(at(first.port()), HELLO).status()).isEqualTo(200);
                assertThat(asked)
                        .as("looked up once, not again by whatever connects")
                        .hasValue(1);
                second.setSoTimeout(200);
                assertThatThrownBy(second::accept).isInstanceOf(java.net.SocketTimeoutException.class);
            }
            var call = first.calls.getFirst();
            assertThat(call.method() + call.path()).isEqualTo("POST/hook?a=b");
            assertThat(call.body()).isEqualTo("{\"é\":1}");
            assertThat(call.headers())
                    .containsEntry("Host", "home.example:" + first.port())
                    .containsEntry("Content-type", "application/json")
                    .containsEntry("Wvw-event", "ping");
        }
    }

    @Test
    void theNextAddressIsTriedWhenOneDoesNotListen() throws Exception {
        try (var receiver = Receiver.plain("127.0.0.2")) {
            Resolver two = host -> List.of(InetAddress.ofLiteral("127.0.0.4"), InetAddress.ofLiteral("127.0.0.2"));
            var sender = sender(two, SSLContext.getDefault(), receiver.port(), "home.example");
            assertThat(sender.post(at(receiver.port()), HELLO).status()).isEqualTo(200);
        }
    }

    @Test
    void redirectsAreNotFollowed() throws Exception {
        try (var inside = Receiver.plain("127.0.0.1");
                var receiver = Receiver.plain("127.0.0.1")) {
            receiver.then(302, "", Map.of("Location", "http://127.0.0.1:" + inside.port() + "/"));
            assertThat(plain(receiver.port()).post(at(receiver.port()), HELLO).status())
                    .isEqualTo(302);
            assertThat(inside.calls).isEmpty();
        }
    }

    @Test
    void onlyTheBeginningOfAnAnswerIsKept() throws Exception {
        try (var receiver = Receiver.plain("127.0.0.1")) {
            receiver.then(503, "\u001b[31mx\r\n" + "y".repeat(100_000), Map.of("Retry-After", "77"));
            var reply = plain(receiver.port()).post(at(receiver.port()), HELLO);
            assertThat(reply.start())
                    .startsWith("[31mx")
                    .hasSizeLessThanOrEqualTo(500)
                    .doesNotContain("\u001b");
            assertThat(reply.retryAfter()).contains(77L);
        }
    }

    @Test
    void whatIsNoAnswerOrNeverEndsIsGivenUp() throws Exception {
        for (var bytes :
                List.of("SSH-2.0-OpenSSH\r\n", "HTTP/1.1 200", "HTTP/1.1 200 OK\r\n" + "x: y\r\n".repeat(9_000))) {
            try (var raw = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
                Thread.ofVirtual().start(() -> answer(raw, bytes, 0));
                assertThatThrownBy(() -> plain(raw.getLocalPort()).post(at(raw.getLocalPort()), HELLO))
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void aReceiverThatDripsIsLeftWhenTheTimeIsOver() throws Exception {
        try (var raw = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            Thread.ofVirtual().start(() -> answer(raw, "HTTP/1.1 200 OK\r\nx: " + "y".repeat(10_000), 50));
            long begun = System.nanoTime();
            var reach = new Reach(
                    List.of("home.example"),
                    List.of("home.example"),
                    List.of(raw.getLocalPort()),
                    host -> List.of(InetAddress.ofLiteral("127.0.0.1")));
            var hasty = new Sender(reach, SSLContext.getDefault(), Duration.ofSeconds(2), "test");
            assertThatThrownBy(() -> hasty.post(at(raw.getLocalPort()), HELLO))
                    .hasMessageContaining("no answer within 2 s");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
        }
    }

    private static void answer(ServerSocket server, String bytes, int pauseMillis) {
        try (var socket = server.accept()) {
            for (var one : bytes.getBytes(StandardCharsets.ISO_8859_1)) {
                socket.getOutputStream().write(one);
                if (pauseMillis > 0) java.util.concurrent.locks.LockSupport.parkNanos(pauseMillis * 1_000_000L);
            }
        } catch (IOException left) {
            // The sender left, as it should.
            return;
        }
    }

    @Test
    void aCertificateMustBeTrustedAndShowTheName(@TempDir java.nio.file.Path folder) throws Exception {
        var certificates = Certificates.of(folder, "home.example");
        try (var receiver = Receiver.secure(certificates.server())) {
            Resolver here = host -> List.of(InetAddress.ofLiteral("127.0.0.1"));
            var trusting = sender(here, certificates.client(), receiver.port(), "home.example", "other.example");
            var right = Target.of("https://home.example:" + receiver.port() + "/");
            assertThat(trusting.post(right, HELLO).status()).isEqualTo(200);
            var wrong = Target.of("https://other.example:" + receiver.port() + "/");
            assertThatThrownBy(() -> trusting.post(wrong, HELLO)).isInstanceOf(IOException.class);
            var strange = sender(here, SSLContext.getDefault(), receiver.port(), "home.example");
            assertThatThrownBy(() -> strange.post(right, HELLO)).isInstanceOf(IOException.class);
            Await.until("one request came", () -> receiver.calls.size() == 1);
        }
    }
}
