package org.wvwbuilder.builds;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.wvwbuilder.plugin.Setting;

/** The table {@code [catalogue]} of {@code gw2.toml}. */
public record CatalogueSettings(
        @Setting(
                value = "Whether to fetch the facts of the game from its official API: off, daily, weekly;"
                        + " by hand too unless off",
                fallback = "off")
        Sync sync,

        @Setting(value = "Where the official API is", fallback = "https://api.guildwars2.com")
        URI address,

        @Setting(
                value = "Whether players may give keys of the game, to take over their characters' builds: off, on",
                fallback = "off")
        Keys keys,

        @Setting(
                value = "How long a player's key is good for, at most a year; then it has to be given again",
                fallback = "180d")
        Duration keyLifetime,

        @Setting("File of the secret that players' keys are sealed with; made beside the data where there is none")
        Optional<Path> keyFile) {
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public CatalogueSettings {
        boolean safe = "https".equals(address.getScheme())
                || "http".equals(address.getScheme()) && LOOPBACK.contains(address.getHost());
        if (!safe || address.getHost() == null) {
            throw new IllegalArgumentException(
                    "catalogue.address must begin with https://, since players' keys travel there");
        }
        if (keyLifetime.compareTo(Duration.ofDays(1)) < 0 || keyLifetime.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("catalogue.key-lifetime must be from 1d to 365d");
        }
    }

    /** Whether players may give keys of the game. */
    public enum Keys {
        OFF,
        ON
    }

    /** How often to fetch. */
    public enum Sync {
        OFF(null),
        DAILY(Duration.ofDays(1)),
        WEEKLY(Duration.ofDays(7));

        private final Duration period;

        Sync(Duration period) {
            this.period = period;
        }

        Optional<Duration> period() {
            return Optional.ofNullable(period);
        }

        /** As it stands in the settings. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
