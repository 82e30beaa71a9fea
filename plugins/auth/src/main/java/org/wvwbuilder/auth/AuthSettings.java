package org.wvwbuilder.auth;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.plugin.Setting;

/**
 * The table {@code [auth]} of {@code gw2.toml}.
 *
 * <p>Registration is open by default: the server listens on the loopback address until the operator says otherwise, a
 * guild's members are to come in without anybody's work, a new account is a member that sees nothing of the others'
 * private things, and nobody can register before the first administrator exists.
 */
public record AuthSettings(
        @Setting(
                value = "Who may create an account: open (anybody), invite (whom an administrator invites), closed",
                fallback = "open")
        Registration registration,

        @Setting(
                value = "Whether other plugins may sign people in, such as one for a proxy that knows them",
                fallback = "false")
        boolean signInByPlugins,

        @Setting(value = "How long an access token is good, at most 15m", fallback = "15m")
        Duration accessTokenLifetime,

        @Setting(value = "How long a session lives without being used", fallback = "30d")
        Duration refreshTokenLifetime,

        @Setting(value = "How long a session lives at most", fallback = "180d")
        Duration sessionLifetime,

        @Setting(value = "The fewest characters of a password, 8 to 64", fallback = "12")
        int passwordMinLength,

        @Setting(value = "Work factor of bcrypt, 10 to 16; each step doubles the time of a sign-in", fallback = "12")
        int passwordCost,

        @Setting(value = "How long the setup token of the first administrator is good", fallback = "30m")
        Duration setupTokenLifetime,

        @Setting(value = "How long the audit log keeps its lines", fallback = "365d")
        Duration auditRetention,

        @Setting(
                "File of the key that seals everything secret; nodes of one installation share it. None: master.key in the plugin's folder")
        Optional<Path> masterKeyFile,

        @Setting("Providers to sign in with, each a table [auth.openid.<name>]")
        Map<String, ProviderSettings> openid) {

    /** Who may create an account. */
    public enum Registration {
        OPEN,
        INVITE,
        CLOSED
    }

    public AuthSettings {
        openid = Map.copyOf(openid);
        within("access-token-lifetime", accessTokenLifetime, Duration.ofSeconds(10), Duration.ofMinutes(15));
        within("refresh-token-lifetime", refreshTokenLifetime, accessTokenLifetime, Duration.ofDays(400));
        within("session-lifetime", sessionLifetime, refreshTokenLifetime, Duration.ofDays(3650));
        within("setup-token-lifetime", setupTokenLifetime, Duration.ofMinutes(1), Duration.ofMinutes(30));
        within("audit-retention", auditRetention, Duration.ofDays(1), Duration.ofDays(3650));
        within("password-min-length", passwordMinLength, 8, 64);
        within("password-cost", passwordCost, 10, 16);
    }

    private static void within(String key, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(key + " must be from " + least + " to " + most + ", not " + value);
        }
    }

    private static void within(String key, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(key + " must be from " + least + " to " + most + ", not " + value);
        }
    }
}
