package org.wvwbuilder.health;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.HealthCheck;

/**
 * Compares the clock with the machine's own count of time, and with PostgreSQL's clock: sign-ins, backups and jobs go by
 * it.
 */
final class ClockCheck implements HealthCheck {
    private static final Duration JUMP = Duration.ofSeconds(2);
    private static final Duration TOLD = Duration.ofMinutes(15);
    private static final Duration ASKED = Duration.ofMinutes(1);

    private final Database database;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private Instant wall;
    private long count;
    private Duration jump = Duration.ZERO;
    private long jumped;
    private Duration apart = Duration.ZERO;
    private long asked;

    /** @param nanos counts time, whatever the clock is set to */
    ClockCheck(Database database, InstantSource clock, LongSupplier nanos) {
        this.database = database;
        this.clock = clock;
        this.nanos = nanos;
        this.wall = clock.instant();
        this.count = nanos.getAsLong();
        this.asked = count - ASKED.toNanos();
    }

    @Override
    public synchronized Health check() {
        var now = clock.instant();
        long counted = nanos.getAsLong();
        var step = Duration.between(wall, now).minusNanos(counted - count);
        if (step.abs().compareTo(JUMP) >= 0) {
            jump = step;
            jumped = counted;
        }
        wall = now;
        count = counted;
        if (!jump.isZero() && counted - jumped < TOLD.toNanos()) {
            return new Health.Degraded("the clock jumped by " + seconds(jump)
                    + ", or the machine slept; let it be kept: 'timedatectl set-ntp true'");
        }
        return database.engine() == Database.Engine.POSTGRESQL ? compared(counted) : new Health.Up();
    }

    private Health compared(long counted) {
        if (counted - asked >= ASKED.toNanos()) {
            asked = counted;
            apart = Duration.ofMillis(database.read(ClockCheck::ask) - clock.millis());
        }
        if (apart.abs().compareTo(JUMP) < 0) return new Health.Up();
        return new Health.Degraded("PostgreSQL's clock differs from this machine's by " + seconds(apart)
                + "; let both be kept: 'timedatectl set-ntp true' on each");
    }

    private static long ask(java.sql.Connection connection) throws SQLException {
        var sql = "SELECT cast(extract(epoch FROM clock_timestamp()) * 1000 AS bigint)";
        try (var statement = connection.prepareStatement(sql);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }
}
