package org.wvwbuilder.auth.pat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Database.DatabaseException;

/**
 * Notes when a token was last used, at most once an hour: of all the requests of that hour one waits for the write. A
 * database that cannot write stops no script that only reads.
 */
final class UseNotes {
    private static final Duration PRECISION = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final Database database;
    private final TokenTable table;
    private final InstantSource clock;
    private final System.Logger log;
    private final Set<String> writing = ConcurrentHashMap.newKeySet();
    private volatile Instant notBefore = Instant.MIN;

    UseNotes(Database database, TokenTable table, InstantSource clock, System.Logger log) {
        this.database = database;
        this.table = table;
        this.clock = clock;
        this.log = log;
    }

    void used(PersonalToken token) {
        var now = Instant.ofEpochMilli(clock.millis());
        var due = token.usedAt().map(last -> last.plus(PRECISION)).orElse(now);
        if (now.isBefore(due) || now.isBefore(notBefore) || !writing.add(token.id())) return;
        try {
            write(token.id(), now);
        } catch (DatabaseException refused) {
            notBefore = now.plus(PAUSE);
            log.log(System.Logger.Level.WARNING, "the use of a token could not be noted: {0}", refused.getMessage());
        } finally {
            writing.remove(token.id());
        }
    }

    private void write(String id, Instant now) {
        database.write(connection -> {
            table.used(connection, id, now, now.minus(PRECISION));
            return id;
        });
    }
}
