package org.wvwbuilder.auth.throttle;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.wvwbuilder.auth.secret.Secret;
import org.wvwbuilder.auth.sql.Rows;

/** The browsers that signed in to an account before. They open nothing: they only have a {@link Limit} of their own. */
public final class Devices {
    public static final Duration LIFETIME = Duration.ofDays(180);
    static final int MOST_OF_USER = 20;
    private final InstantSource clock;

    public Devices(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * The device's own mark when it signed in to this account before; served by the primary key.
     *
     * @param userId of an account, or empty: the same work is done
     */
    public Optional<String> known(Connection connection, Optional<String> token, String userId) throws SQLException {
        var hash = Secret.hash(token.orElse(""));
        var sql = "SELECT hash FROM auth_devices WHERE hash = ? AND user_id = ? AND expires_at > ?";
        return Rows.first(connection, sql, row -> row.getString(1), hash, userId, clock.millis());
    }

    /** Remembers a device. @return what its cookie is to hold: what it holds already, if that is good */
    public String remember(Connection connection, Optional<String> token, String userId) throws SQLException {
        long now = clock.millis();
        var known = known(connection, token, userId);
        var kept = known.isPresent() ? token.orElseThrow() : Secret.next();
        Rows.change(
                connection,
                "INSERT INTO auth_devices (hash, user_id, used_at, expires_at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (hash) DO UPDATE SET used_at = excluded.used_at, expires_at = excluded.expires_at",
                Secret.hash(kept),
                userId,
                now,
                now + LIFETIME.toMillis());
        Rows.change(
                connection,
                "DELETE FROM auth_devices WHERE user_id = ? AND hash NOT IN (SELECT hash FROM auth_devices"
                        + " WHERE user_id = ? ORDER BY used_at DESC, hash LIMIT ?)",
                userId,
                userId,
                MOST_OF_USER);
        return kept;
    }

    public int purge(Connection connection) throws SQLException {
        return Rows.change(connection, "DELETE FROM auth_devices WHERE expires_at <= ?", clock.millis());
    }
}
