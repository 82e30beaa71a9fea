package org.wvwbuilder.webhooks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.plugin.Setting;
import org.wvwbuilder.webhooks.address.Allowed;

/** What the operator decides about webhooks. */
public record WebhooksSettings(
        @Setting(
                value = "Receivers at home that may have a private address: nas.example, 10.0.0.5, 10.0.0.5:8080",
                fallback = "")
        List<String> allow,

        @Setting(value = "Those of them that may be reached without TLS: nas.example, 10.0.0.5", fallback = "")
        List<String> plain,

        @Setting(value = "Ports that may be reached, beside those named under allow", fallback = "443,8443")
        List<Integer> ports,

        @Setting(value = "How long one attempt may take", fallback = "10s")
        Duration timeout,

        @Setting(
                value = "Most deliveries that wait for one webhook; further ones are dropped and counted",
                fallback = "1000")
        int queue,

        @Setting(value = "How long finished deliveries are kept", fallback = "14d")
        Duration keep,

        @Setting(
                "File of the secret that seals webhooks; servers on one database share it. None: webhooks.secret in the plugin's folder")
        Optional<Path> keyFile) {

    public WebhooksSettings {
        allow = List.copyOf(allow);
        plain = List.copyOf(plain);
        ports = List.copyOf(ports);
        for (var entry : allow) Allowed.of(entry);
        for (var host : plain) Allowed.of(host);
        if (ports.stream().anyMatch(port -> port < 1 || port > 65_535)) {
            throw new IllegalArgumentException("ports must be numbers from 1 to 65535");
        }
        within(timeout, Duration.ofSeconds(1), Duration.ofSeconds(30), "timeout must be 1s to 30s");
        within(keep, Duration.ofDays(1), Duration.ofDays(365), "keep must be 1d to 365d");
        if (queue < 10 || queue > 10_000) throw new IllegalArgumentException("queue must be 10 to 10000");
    }

    private static void within(Duration value, Duration least, Duration most, String sentence) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) throw new IllegalArgumentException(sentence);
    }
}
