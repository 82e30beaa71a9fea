package org.wvwbuilder.data;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Database.DatabaseException;
import org.wvwbuilder.plugin.HealthCheck;

/**
 * Reads the whole database once a week and remembers what it found, over restarts too: a restored backup forgets it. Hears
 * of what others met meanwhile.
 */
final class Integrity implements HealthCheck {
    private static final System.Logger LOG = System.getLogger(Integrity.class.getName());

    private final Database database;
    private final SqliteFile file;
    private final InstantSource clock;
    /** Empty until it is known; the complaint is empty when all is well. */
    private volatile Optional<String> complaint = Optional.empty();

    Integrity(Database database, SqliteFile file, InstantSource clock) {
        this.database = database;
        this.file = file;
        this.clock = clock;
    }

    @Override
    public Health check() {
        if (complaint.isEmpty()) complaint = Optional.of(remembered());
        if (complaint.get().isEmpty()) return new Health.Up();
        return new Health.Down("the database is damaged (" + complaint.get()
                + "); stop the server, keep a copy of its data folder, and restore the newest verified backup with"
                + " 'gw2 restore'");
    }

    /** Tells what somebody met who only read or wrote. Known until the server ends, or until the whole file is read. */
    void met(String damage) {
        complaint = Optional.of(damage);
    }

    /** The job's work: fails when the database is damaged. */
    String inspect() throws SQLException, IOException, InterruptedException {
        long begun = System.nanoTime();
        try (var connection = file.readers().getConnection()) {
            var complaints = Inspection.of(connection);
            remember(complaints.isEmpty() ? "" : complaints.getFirst());
            if (!complaints.isEmpty()) {
                throw new IOException(complaints.size() + " faults: " + String.join("; ", complaints)
                        + ". Restore the newest verified backup");
            }
        } catch (SQLException unreadable) {
            remember(unreadable.getMessage());
            throw unreadable;
        }
        return "sound, read in " + (System.nanoTime() - begun) / 1_000_000 + " ms";
    }

    private void remember(String found) {
        complaint = Optional.of(found);
        try {
            database.write(connection -> {
                try (var statement = connection.prepareStatement("""
                        insert into data_integrity (id, at, complaint) values (1, ?, ?)
                        on conflict (id) do update set at = excluded.at, complaint = excluded.complaint
                        """)) {
                    statement.setLong(1, clock.millis());
                    statement.setString(2, found);
                    return statement.executeUpdate();
                }
            });
        } catch (DatabaseException damaged) {
            LOG.log(Level.WARNING, "what the integrity check found is known until the server ends only", damaged);
        }
    }

    private String remembered() {
        return database.read(connection -> {
            try (var statement = connection.prepareStatement("select complaint from data_integrity where id = 1");
                    var row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        });
    }
}
