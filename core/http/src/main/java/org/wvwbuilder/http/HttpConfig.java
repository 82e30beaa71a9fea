package org.wvwbuilder.http;

import java.time.Duration;
import java.util.List;
import org.wvwbuilder.plugin.Setting;

/**
 * The table {@code [http]} of {@code gw2.toml}.
 *
 * @param port 0 for any free one
 * @param trustedProxies addresses whose X-Forwarded-For and X-Forwarded-Proto are believed
 * @param bodyLimit bytes of a request's body, packed or not
 * @param headerLimit bytes of a request's line and headers together
 * @param idleTimeout how long a connection may say nothing
 * @param minimumRate bytes a second that a body must arrive with, after its first ten seconds
 * @param connections how many at once; further ones wait in the system's queue
 */
public record HttpConfig(
        @Setting(value = "Address to listen on; keep it on loopback behind a reverse proxy", fallback = "127.0.0.1")
        String host,

        @Setting(value = "Port to listen on; 0 picks a free one", fallback = "8000")
        int port,

        @Setting(
                value = "Addresses of reverse proxies whose X-Forwarded-For and X-Forwarded-Proto are believed",
                fallback = "127.0.0.1,::1")
        List<String> trustedProxies,

        @Setting(value = "Largest request body, in bytes", fallback = "1048576")
        int bodyLimit,

        @Setting(value = "Largest request line and headers together, in bytes", fallback = "16384")
        int headerLimit,

        @Setting(value = "How long a connection may stay silent", fallback = "30s")
        Duration idleTimeout,

        @Setting(value = "Bytes a second that a body must arrive with; 0 for any", fallback = "64")
        int minimumRate,

        @Setting(value = "Connections served at once", fallback = "2000")
        int connections) {

    public HttpConfig {
        trustedProxies = List.copyOf(trustedProxies);
        if (host.isBlank()) throw new IllegalArgumentException("host must be an address, such as 127.0.0.1");
        between("port", port, 0, 65_535);
        between("body-limit", bodyLimit, 1_024, 64 << 20);
        between("header-limit", headerLimit, 4_096, 1 << 20);
        between("minimum-rate", minimumRate, 0, 1 << 20);
        between("connections", connections, 16, 100_000);
        if (idleTimeout.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("idle-timeout must be at least 1s, not " + idleTimeout);
        }
    }

    /** The defaults, on any free port of the loopback address. */
    public static HttpConfig onAnyPort() {
        return new HttpConfig(
                "127.0.0.1", 0, List.of("127.0.0.1", "::1"), 1 << 20, 16_384, Duration.ofSeconds(30), 64, 2_000);
    }

    private static void between(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    name + " must be a whole number from " + least + " to " + most + ", not " + value);
        }
    }
}
