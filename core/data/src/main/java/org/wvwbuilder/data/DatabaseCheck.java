package org.wvwbuilder.data;

import java.time.InstantSource;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Database.DatabaseException;
import org.wvwbuilder.plugin.HealthCheck;

/** Writes a row and reads it back: the database is well when both work. */
record DatabaseCheck(Database database, InstantSource clock) implements HealthCheck {

    @Override
    public Health check() {
        long now = clock.millis();
        try {
            database.write(connection -> {
                try (var statement = connection.prepareStatement(
                        "insert into data_pulse (id, at) values (1, ?) on conflict (id) do update set at = excluded.at")) {
                    statement.setLong(1, now);
                    return statement.executeUpdate();
                }
            });
            // On PostgreSQL another node may have written since.
            long read = database.read(connection -> {
                try (var statement = connection.prepareStatement("select at from data_pulse where id = 1");
                        var row = statement.executeQuery()) {
                    return row.next() ? row.getLong(1) : 0;
                }
            });
            if (read != 0) return new Health.Up();
            return new Health.Down("the database forgot what was written; restore the newest verified backup");
        } catch (DatabaseException error) {
            return new Health.Down(advice(error));
        }
    }

    private static String advice(DatabaseException error) {
        return switch (error.kind()) {
            case BUSY -> "the database is too busy to write; find out what keeps it (" + error.getMessage() + ")";
            case FULL -> "the disk of the database is full; make room (" + error.getMessage() + ")";
            case UNAVAILABLE -> "the database cannot be reached; start or repair it (" + error.getMessage() + ")";
            case CONSTRAINT, DEFECT -> "the database refuses a simple write; see the log (" + error.getMessage() + ")";
        };
    }
}
