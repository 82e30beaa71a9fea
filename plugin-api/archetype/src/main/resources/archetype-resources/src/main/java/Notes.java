#set( $prefix = $artifactId.replace("-", "_") )
package ${package};

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Uuid7;

/** The notes in the database. The same SQL for SQLite and PostgreSQL. */
record Notes(Database database, InstantSource clock) {
    private static final int PAGE = 100;

    Note add(String text) {
        var note = new Note(Uuid7.next(clock), clock.instant().truncatedTo(ChronoUnit.MILLIS), text);
        database.write(connection -> {
            try (var insert =
                    connection.prepareStatement("INSERT INTO ${prefix}_notes (id, at, text) VALUES (?, ?, ?)")) {
                insert.setString(1, note.id());
                insert.setLong(2, note.at().toEpochMilli());
                insert.setString(3, note.text());
                return insert.executeUpdate();
            }
        });
        return note;
    }

    /** The newest hundred, newest first. */
    List<Note> newest() {
        return database.read(connection -> {
            try (var select = connection.prepareStatement(
                    "SELECT id, at, text FROM ${prefix}_notes ORDER BY at DESC, id DESC LIMIT ?")) {
                select.setInt(1, PAGE);
                try (var rows = select.executeQuery()) {
                    var notes = new ArrayList<Note>();
                    while (rows.next()) {
                        notes.add(new Note(rows.getString(1), Instant.ofEpochMilli(rows.getLong(2)), rows.getString(3)));
                    }
                    return notes;
                }
            }
        });
    }

    /** @return how many notes were older */
    int forget(Duration age) {
        var before = clock.instant().minus(age);
        return database.write(connection -> {
            try (var delete = connection.prepareStatement("DELETE FROM ${prefix}_notes WHERE at < ?")) {
                delete.setLong(1, before.toEpochMilli());
                return delete.executeUpdate();
            }
        });
    }
}
