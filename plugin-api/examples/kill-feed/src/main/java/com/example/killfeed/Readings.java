package com.example.killfeed;

import com.example.killfeed.Source.Score;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Uuid7;

/** The readings in the database. Their ids grow with time, so they are the order, and the cursor. */
record Readings(Database database, InstantSource clock) {

    /** One more, and none older than that. */
    void add(Score score, Duration keep) {
        var now = clock.instant();
        database.write(connection -> {
            try (var insert = connection.prepareStatement(
                            "INSERT INTO kill_feed_readings (id, at, match_id, red, blue, green) VALUES (?, ?, ?, ?, ?, ?)");
                    var forget = connection.prepareStatement("DELETE FROM kill_feed_readings WHERE at < ?")) {
                insert.setString(1, Uuid7.next(clock));
                insert.setLong(2, now.toEpochMilli());
                insert.setString(3, score.match());
                insert.setLong(4, score.kills().red());
                insert.setLong(5, score.kills().blue());
                insert.setLong(6, score.kills().green());
                insert.executeUpdate();
                forget.setLong(1, now.minus(keep).toEpochMilli());
                return forget.executeUpdate();
            }
        });
    }

    /** The newest first. One row more than asked for tells whether there is another page, and what was gained since. */
    Page<Reading> newest(int limit, String before) {
        return database.read(connection -> {
            try (var select = connection.prepareStatement("""
                    SELECT id, at, match_id, red, blue, green FROM kill_feed_readings
                    WHERE id < ? ORDER BY id DESC LIMIT ?""")) {
                select.setString(1, before);
                select.setInt(2, limit + 1);
                try (var rows = select.executeQuery()) {
                    var found = new ArrayList<Reading>();
                    while (rows.next()) {
                        if (!found.isEmpty()) found.addLast(gained(found.removeLast(), rows));
                        found.add(reading(rows));
                    }
                    if (found.size() <= limit) return new Page<>(found);
                    found.removeLast();
                    return new Page<>(found, Optional.of(found.getLast().id()));
                }
            }
        });
    }

    private static Reading reading(ResultSet row) throws SQLException {
        var total = new Kills(row.getLong(4), row.getLong(5), row.getLong(6));
        return new Reading(row.getString(1), Instant.ofEpochMilli(row.getLong(2)), row.getString(3), total, Kills.NONE);
    }

    private static Reading gained(Reading later, ResultSet row) throws SQLException {
        var earlier = reading(row);
        if (!earlier.match().equals(later.match())) return later;
        return new Reading(later.id(), later.at(), later.match(), later.total(), later.total().since(earlier.total()));
    }
}
