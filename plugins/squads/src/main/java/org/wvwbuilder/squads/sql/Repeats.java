package org.wvwbuilder.squads.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Database.DatabaseException;
import org.wvwbuilder.plugin.Problem;

/** Makes a thing once for each Idempotency-Key, however often and at what moments the request comes. */
public final class Repeats {
    private static final Duration KEPT = Duration.ofDays(1);

    private final Database database;

    public Repeats(Database database) {
        this.database = database;
    }

    /** What is made, and how it is found again by its id. */
    public interface Making<T> {
        T make(Connection connection) throws SQLException;

        String id(T made);

        Optional<T> find(Connection connection, String id) throws SQLException;
    }

    /**
     * Makes it, or gives back what an earlier request with this key made.
     *
     * @throws Problem 422 when that request asked for something else, 409 when what it made is gone
     */
    public <T> T once(Optional<Repeatable> request, Instant now, Making<T> making) {
        if (request.isEmpty()) return database.write(making::make);
        try {
            return database.write(connection -> first(connection, request.get(), now, making));
        } catch (DatabaseException refused) {
            // On PostgreSQL two requests with one key may run side by side: the constraint lets one through.
            if (refused.kind() != DatabaseException.Kind.CONSTRAINT) throw refused;
            return database.<Optional<T>>read(connection -> earlier(connection, request.get(), making))
                    .orElseThrow(() -> refused);
        }
    }

    private static <T> T first(Connection connection, Repeatable request, Instant now, Making<T> making)
            throws SQLException {
        Sql.of(
                        connection,
                        "DELETE FROM squads_repeats WHERE at < ?",
                        now.minus(KEPT).toEpochMilli())
                .run();
        var earlier = earlier(connection, request, making);
        if (earlier.isPresent()) return earlier.get();
        var made = making.make(connection);
        Sql.of(
                        connection,
                        "INSERT INTO squads_repeats (owner, idempotency_key, request_digest, made, at) VALUES (?, ?, ?, ?, ?)",
                        request.owner(),
                        request.key(),
                        request.digest(),
                        making.id(made),
                        now.toEpochMilli())
                .run();
        return made;
    }

    /** By the primary key. */
    private static <T> Optional<T> earlier(Connection connection, Repeatable request, Making<T> making)
            throws SQLException {
        var row = Sql.of(
                        connection,
                        "SELECT request_digest, made FROM squads_repeats WHERE owner = ? AND idempotency_key = ?",
                        request.owner(),
                        request.key())
                .first(found -> new Repeatable(request.owner(), found.getString(2), found.getString(1)));
        if (row.isEmpty()) return Optional.empty();
        if (!row.get().digest().equals(request.digest())) {
            throw new Problem(
                    422,
                    "idempotency-key-reused",
                    "This Idempotency-Key came with another request before. Send each new request with a key of its own.");
        }
        var made = making.find(connection, row.get().key());
        if (made.isEmpty()) {
            throw new Problem(
                    409, "gone", "What this request made was deleted meanwhile. Send a new one with a key of its own.");
        }
        return made;
    }
}
