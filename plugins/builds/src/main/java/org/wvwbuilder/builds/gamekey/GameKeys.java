package org.wvwbuilder.builds.gamekey;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.wvwbuilder.builds.official.OfficialApi;
import org.wvwbuilder.builds.official.OfficialApiFault;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Problem;

/** The players' keys: taken, exchanged, kept sealed, lent for a question, and let go. */
public final class GameKeys {
    private final Database database;
    private final KeyRing ring;
    private final Duration lifetime;
    private final InstantSource clock;
    private final Logger log;

    public GameKeys(Database database, KeyRing ring, Duration lifetime, InstantSource clock, Logger log) {
        this.database = database;
        this.ring = ring;
        this.lifetime = lifetime;
        this.clock = clock;
        this.log = log;
    }

    /** Exchanges a key for a subtoken and keeps that, in place of an earlier one. */
    public GameKey give(String account, String key, OfficialApi api) throws OfficialApiFault, InterruptedException {
        var subtoken = Subtoken.of(key.strip(), api, lifetime, clock);
        var sealed = sealed(subtoken.secret(), account);
        database.write(connection -> {
            new GameKeyTable(connection).put(account, sealed, subtoken.told());
            return null;
        });
        log.log(Level.INFO, "The account {0} gave a key of the game.", account);
        return subtoken.told();
    }

    public Optional<GameKey> find(String account) {
        return database.read(
                connection -> new GameKeyTable(connection).find(account).map(GameKeyTable.Kept::key));
    }

    /** What a key is good for. */
    public enum State {
        GOOD,
        EXPIRED,
        REFUSED,
        UNREADABLE
    }

    public State state(String account, GameKey key) {
        if (!key.expiresAt().isAfter(clock.instant())) return State.EXPIRED;
        var kept = database.read(connection -> new GameKeyTable(connection).find(account));
        if (kept.isEmpty() || opened(kept.get(), account).isEmpty()) return State.UNREADABLE;
        return key.refusedAt().isPresent() ? State.REFUSED : State.GOOD;
    }

    /** @return whether there was one */
    public boolean remove(String account) {
        boolean removed = database.write(connection -> new GameKeyTable(connection).remove(account));
        if (removed) log.log(Level.INFO, "The key of the game of the account {0} was removed.", account);
        return removed;
    }

    /**
     * Asks the game something with a player's key. No connection of the database is held meanwhile.
     *
     * @throws Problem 409 when there is no key that is good for anything
     */
    public <T> T ask(String account, Question<T> question) throws OfficialApiFault, InterruptedException {
        var kept = database.read(connection -> new GameKeyTable(connection).find(account))
                .orElseThrow(() -> again("game-key-missing", "You gave no key of the game."));
        if (!kept.key().expiresAt().isAfter(clock.instant())) throw again("game-key-expired", "Your key expired.");
        var secret = opened(kept, account)
                .orElseThrow(() -> again("game-key-unreadable", "This server can no longer read your key."));
        try {
            var answer = question.ask(secret);
            note(table -> table.used(account, kept.sealed(), now()));
            renew(account, kept, secret);
            return answer;
        } catch (OfficialApiFault fault) {
            if (fault.aboutKey()) note(table -> table.refused(account, kept.sealed(), now()));
            throw fault;
        }
    }

    /** What was sealed with an older secret is sealed with today's, so that the older one may go. */
    private void renew(String account, GameKeyTable.Kept kept, String secret) {
        try {
            if (ring.current(kept.sealed())) return;
            var sealed = ring.seal(secret, account);
            note(table -> table.reseal(account, kept.sealed(), sealed));
        } catch (IOException unreadable) {
            throw locked(unreadable);
        }
    }

    private String sealed(String secret, String account) {
        try {
            return ring.seal(secret, account);
        } catch (IOException unreadable) {
            throw locked(unreadable);
        }
    }

    private Optional<String> opened(GameKeyTable.Kept kept, String account) {
        try {
            return ring.open(kept.sealed(), account);
        } catch (IOException unreadable) {
            throw locked(unreadable);
        }
    }

    private void note(Note note) {
        database.write(connection -> {
            note.write(new GameKeyTable(connection));
            return null;
        });
    }

    private Problem locked(IOException unreadable) {
        log.log(Level.ERROR, "The file of the players' keys cannot be used. " + unreadable.getMessage(), unreadable);
        return new Problem(
                503, "game-keys-locked", "The server's file for keys cannot be used. Ask its administrator to look.");
    }

    private static Problem again(String type, String why) {
        return new Problem(409, type, why + " Give a key of the game, with account, characters and builds.");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What is asked with a key; the secret is for the official API alone. */
    @FunctionalInterface
    public interface Question<T> {
        T ask(String secret) throws OfficialApiFault, InterruptedException;
    }

    private interface Note {
        void write(GameKeyTable table) throws java.sql.SQLException;
    }
}
