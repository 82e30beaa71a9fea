package org.wvwbuilder.auth.pat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.wvwbuilder.auth.audit.Action;
import org.wvwbuilder.auth.audit.Actor;
import org.wvwbuilder.auth.audit.Audit;
import org.wvwbuilder.auth.audit.Subject;
import org.wvwbuilder.auth.secret.Secret;
import org.wvwbuilder.auth.session.Fresh;
import org.wvwbuilder.auth.session.Generations;
import org.wvwbuilder.plugin.Authenticator;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Uuid7;

/**
 * Makes, lists, verifies and revokes personal access tokens. Verifying costs a hash and a look into memory, and one read
 * by an index where memory is older than two seconds at most: whoever loses a token or a role loses it that fast.
 */
public final class PersonalTokens implements Authenticator {
    static final int MOST_PER_USER = 20;
    private static final int MOST_IN_MEMORY = 20_000;

    private final Database database;
    private final InstantSource clock;
    private final AtomicLong accounts;
    private final Audit audit;
    private final TokenTable table = new TokenTable();
    private final UseNotes notes;
    /** By hash. Holds tokens that were good once; what nobody ever issued takes no room. */
    private final Generations<String, Fresh<Optional<LiveToken>>> known = new Generations<>(MOST_IN_MEMORY);

    /** @param accounts grows when accounts change */
    public PersonalTokens(Database database, Audit audit, InstantSource clock, AtomicLong accounts, System.Logger log) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
        this.accounts = accounts;
        this.notes = new UseNotes(database, table, clock, log);
    }

    /** @param text the token itself, which nobody sees again */
    record Made(PersonalToken token, String text) {

        @Override
        public String toString() {
            return "Made " + token.id();
        }
    }

    /** Whether a bearer token is meant to be one of these. */
    static boolean looksLike(String bearer) {
        return bearer.startsWith(TokenText.PREFIX);
    }

    /** @throws Problem 409 when the account has as many as it may */
    Made make(Actor owner, String name, Set<String> scopes, Duration lifetime) {
        var text = TokenText.next();
        var now = Instant.ofEpochMilli(clock.millis());
        var token = new PersonalToken(
                Uuid7.next(clock), owner.id(), name, scopes, now, now.plus(lifetime), Optional.empty());
        return database.write(connection -> {
            if (table.countAndLock(connection, owner.id()) >= MOST_PER_USER) throw tooMany();
            table.insert(connection, token, Secret.hash(text));
            audit.note(connection, owner, Action.TOKEN_ADD, Subject.of(owner), told(token));
            return new Made(token, text);
        });
    }

    /** The tokens of an account, the newest first. */
    List<PersonalToken> of(String userId) {
        return database.read(connection -> table.ofUser(connection, userId));
    }

    /** @throws Problem 404 when the account has no such token */
    void revoke(Actor owner, String id) {
        var hash = database.write(connection -> {
            var deleted = table.delete(connection, owner.id(), id).orElseThrow(() -> Problem.notFound("The token"));
            audit.note(connection, owner, Action.TOKEN_REVOKE, Subject.of(owner), "token " + id);
            return deleted;
        });
        known.find(hash).ifPresent(Fresh::forget);
    }

    @Override
    public Identity authenticate(String bearer) throws InvalidCredentials {
        if (!TokenText.plausible(bearer)) throw new InvalidCredentials("a mistyped personal access token");
        var found = find(Secret.hash(bearer))
                .orElseThrow(() -> new InvalidCredentials("an unknown or revoked personal access token"));
        if (clock.millis() >= found.token().expiresAt().toEpochMilli()) {
            throw new InvalidCredentials("an expired personal access token");
        }
        notes.used(found.token());
        return found.identity();
    }

    /** Deletes the expired ones. @return how many */
    public int purge() {
        return database.write(connection -> table.purge(connection, Instant.ofEpochMilli(clock.millis())));
    }

    private Optional<LiveToken> find(String hash) {
        var fresh = known.find(hash);
        if (fresh.isPresent()) return fresh.get().get();
        var first = new Fresh<>(() -> database.read(connection -> table.live(connection, hash)), clock, accounts);
        var token = first.get();
        if (token.isPresent()) known.keep(hash, first);
        return token;
    }

    private static String told(PersonalToken token) {
        return "token " + token.id() + ", may " + String.join(" ", new TreeSet<>(token.scopes()));
    }

    private static Problem tooMany() {
        return new Problem(
                409, "too-many-tokens", "An account has at most 20 tokens: delete one that you no longer use.");
    }
}
