package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Quality N6 and N8: those who are slow, and those who listen for long, keep nobody else waiting. */
class NginxSlowTests {
    private static final boolean LONG = Integer.getInteger("long", 0) > 0;
    private static final int CONNECTIONS = LONG ? 300 : 100;
    private static final long SECONDS = LONG ? 20 : 8;
    private static final String ASK = "GET /sign-in";

    @RegisterExtension
    static final NginxSite SITE = new NginxSite();

    /** What opens a connection: through nginx or to the server itself. */
    @FunctionalInterface
    private interface Way {
        /** @param buffer of what is received, in bytes; 0 for the usual one */
        TlsClient open(int buffer) throws IOException, GeneralSecurityException;
    }

    @Test
    void throughNginxTheOthersAreServed() throws Exception {
        attack("nginx", buffer -> TlsClient.through(SITE.nginx(), buffer));
    }

    @Test
    void withoutNginxTheOthersAreServed() throws Exception {
        int port = SITE.server().awaitReady().getPort();
        attack("server", buffer -> TlsClient.direct(port, buffer));
    }

    /** A third of the connections never ends its headers, a third its body, and a third does not read what it asked for. */
    private static void attack(String name, Way way) throws Exception {
        var slow = new ArrayList<TlsClient>();
        try (var drops = Executors.newSingleThreadScheduledExecutor()) {
            for (int i = 0; i < CONNECTIONS; i++) slow.add(begin(way, i));
            drops.scheduleAtFixedRate(() -> slow.removeIf(NginxSlowTests::gone), 500, 500, TimeUnit.MILLISECONDS);
            var times = new ArrayList<Long>();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            while (System.nanoTime() < end) {
                long asked = System.nanoTime();
                try (var other = way.open(0)) {
                    assertThat(other.send(ASK, "", "").status()).isEqualTo(200);
                }
                times.add((System.nanoTime() - asked) / 1_000_000);
            }
            times.sort(null);
            long late = times.get(times.size() * 99 / 100);
            System.out.printf(
                    "%s: %d connections, %d s, %d answers, p50 %d ms, p99 %d ms, still open %d%n",
                    name, CONNECTIONS, SECONDS, times.size(), times.get(times.size() / 2), late, slow.size());
            assertThat(times).hasSizeGreaterThan(20);
            assertThat(late).as("milliseconds, p99").isLessThan(500);
        } finally {
            for (var client : List.copyOf(slow)) client.close();
        }
    }

    private static TlsClient begin(Way way, int number) throws Exception {
        return switch (number % 3) {
            case 0 -> way.open(0).write(ASK + " HTTP/1.1\r\nHost: " + Nginx.NAME + "\r\nX-Slow: ");
            case 1 -> way.open(0).write(TlsClient.head("POST /api/v1/chat-links/decode", "", 1_000));
            default ->
                way.open(4_096).write(TlsClient.head("GET /openapi.json", "", 0).repeat(20));
        };
    }

    /** One more byte, for whoever sends; true once the other side has had enough. */
    private static boolean gone(TlsClient client) {
        try {
            client.write("a");
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    @Test
    void anEventArrivesWithinASecondAndSilenceIsNoFault() throws Exception {
        try (var listener = TlsClient.through(SITE.nginx());
                var other = TlsClient.through(SITE.nginx())) {
            var token = ApiClient.text(
                    other.send(
                                    "POST /api/v1/auth/login",
                                    "",
                                    "{\"username\": \"%s\", \"password\": \"%s\"}"
                                            .formatted(NginxSite.ADMIN, Accounts.PASSWORD))
                            .body(),
                    "access_token");
            listener.write(TlsClient.head("GET /api/v1/logs/access/stream", token, 0));
            assertThat(listener.line()).contains(" 200 ");
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(LONG ? 60 : 0);
            int number = 0;
            do {
                number++;
                var mark = "/api/v1/heard-" + number;
                long asked = System.nanoTime();
                other.send("GET " + mark, "", "");
                while (!listener.line().contains(mark))
                    assertThat(System.nanoTime() - asked).isLessThan(5_000_000_000L);
                assertThat((System.nanoTime() - asked) / 1_000_000)
                        .as("milliseconds")
                        .isLessThan(1_000);
                if (LONG) TimeUnit.SECONDS.sleep(1);
            } while (System.nanoTime() < end || number < 5);
        }
    }
}
