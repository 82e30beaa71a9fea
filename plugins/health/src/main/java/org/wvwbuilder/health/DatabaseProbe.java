package org.wvwbuilder.health;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.UUID;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.HealthCheck;

/** Writes a row and reads it back: nothing less shows that the database works, and that its tables were migrated. */
final class DatabaseProbe implements HealthCheck {
    private final Database database;
    private final InstantSource clock;
    /** Each server has a row of its own, so that none waits for another's. */
    private final String node = UUID.randomUUID().toString();

    DatabaseProbe(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Health check() {
        long now = clock.millis();
        try {
            database.write(connection -> write(connection, now));
            long read = database.read(this::read);
            if (read >= now) return new Health.Up();
            return new Health.Down("What was written to the database cannot be read back: check its disk.");
        } catch (Database.DatabaseException refused) {
            return new Health.Down(
                    switch (refused.kind()) {
                        case FULL -> "The disk of the database is full: make room on it.";
                        case BUSY -> "The database is busy beyond its deadline: look for long writes in the log.";
                        case UNAVAILABLE ->
                            "The database cannot be reached: check database.url and the database's own log.";
                        case CONSTRAINT, DEFECT -> "The database refuses a simple write: see the log for the reason.";
                    });
        }
    }

    /** Takes this server's row out again, so that none are left of servers that are gone. */
    void forget() {
        database.write(connection -> {
            try (var statement = connection.prepareStatement("DELETE FROM health_probe WHERE node = ?")) {
                statement.setString(1, node);
                return statement.executeUpdate();
            }
        });
    }

    private int write(Connection connection, long now) throws SQLException {
        var sql = "INSERT INTO health_probe (node, written_at) VALUES (?, ?)"
                + " ON CONFLICT (node) DO UPDATE SET written_at = excluded.written_at";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, node);
            statement.setLong(2, now);
            return statement.executeUpdate();
        }
    }

    private long read(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT written_at FROM health_probe WHERE node = ?")) {
            statement.setString(1, node);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : -1;
            }
        }
    }
}
