package org.wvwbuilder.auth.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.auth.account.User;
import org.wvwbuilder.auth.account.UserTable;
import org.wvwbuilder.auth.secret.Secret;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Uuid7;

/** Begins, prolongs, lists and ends sessions. */
public final class Sessions {

    /** @param idle how long a session lives unused; {@code whole} how long at most */
    public record Lifetimes(Duration idle, Duration whole) {}

    private final Database database;
    private final UserTable users;
    private final SessionTable table = new SessionTable();
    private final LiveSessions live;
    private final Lifetimes lifetimes;
    private final InstantSource clock;

    public Sessions(Database database, UserTable users, Lifetimes lifetimes, InstantSource clock) {
        this.database = database;
        this.users = users;
        this.lifetimes = lifetimes;
        this.clock = clock;
        this.live = new LiveSessions(
                id -> database.read(connection -> table.user(connection, id, now()))
                        .map(user -> LiveSession.of(id, user)),
                clock);
    }

    /** Who is signed in. */
    public LiveSessions live() {
        return live;
    }

    /** Begins a session within the caller's transaction. */
    public Grant begin(Connection connection, User user, Client client) throws SQLException {
        var now = now();
        var session = new Session(Uuid7.next(clock), user.id(), client, now, now, expiry(now, now));
        table.insert(connection, session);
        users.signedIn(connection, user.id(), now);
        return grant(connection, session.id(), user, now, session.expiresAt());
    }

    /** Is told, within the transaction, whose session it was that ended. */
    @FunctionalInterface
    public interface Witness {
        void saw(Connection connection, User user, String sessionId) throws SQLException;
    }

    /** Exchanges a refresh token for the next one, once. */
    public Rotation rotate(String refreshToken, Client client, Witness reuse) {
        var hash = Secret.hash(refreshToken);
        Rotation rotation = database.write(connection -> rotate(connection, hash, client, reuse));
        if (rotation instanceof Rotation.Reused reused) live.forget(reused.sessionId());
        return rotation;
    }

    private Rotation rotate(Connection connection, String hash, Client client, Witness reuse) throws SQLException {
        var now = now();
        var found = table.token(connection, hash);
        if (found.isEmpty() || !found.get().expiresAt().isAfter(now)) return new Rotation.Refused();
        var id = found.get().sessionId();
        if (!table.touch(connection, id, client, now)) return new Rotation.Refused();
        if (!table.useToken(connection, hash, now)) {
            end(connection, id, "refresh token used twice", reuse);
            return new Rotation.Reused(id);
        }
        var user = table.user(connection, id, now);
        if (user.isEmpty()) return new Rotation.Refused();
        var begun = table.byId(connection, id, now).orElseThrow().createdAt();
        var expires = expiry(begun, now);
        table.prolong(connection, id, expires);
        return new Rotation.Rotated(grant(connection, id, user.get(), now, expires));
    }

    /** Ends the session that a refresh token belongs to, also when the token was used up. Unknown ones do nothing. */
    public void endByToken(String refreshToken, Witness witness) {
        var hash = Secret.hash(refreshToken);
        var ended = database.write(connection -> {
            var token = table.token(connection, hash);
            if (token.isPresent()) end(connection, token.get().sessionId(), "signed out", witness);
            return token;
        });
        ended.ifPresent(token -> live.forget(token.sessionId()));
    }

    /** The live sessions of an account, the last used first. */
    public List<Session> of(String userId) {
        return database.read(connection -> table.ofUser(connection, userId, now()));
    }

    /** When somebody signed in; empty when that session has ended, or was none. */
    public Optional<Instant> begun(String id) {
        return database.read(connection -> table.byId(connection, id, now())).map(Session::createdAt);
    }

    /** @throws Problem 404 when the account has no such session */
    public void end(String userId, String id, Witness witness) {
        database.write(connection -> {
            var session = table.byId(connection, id, now())
                    .filter(found -> found.userId().equals(userId))
                    .orElseThrow(() -> Problem.notFound("The session"));
            return end(connection, session.id(), "ended by its owner", witness);
        });
        live.forget(id);
    }

    private boolean end(Connection connection, String id, String why, Witness witness) throws SQLException {
        var user = table.user(connection, id, now());
        boolean ended = table.end(connection, id, why, now());
        if (ended && user.isPresent()) witness.saw(connection, user.get(), id);
        return ended;
    }

    /**
     * Ends what came back with a backup: a session that was ended since then must not live again.
     *
     * @return how many
     */
    public int endRestored(Instant restored) {
        return database.write(connection ->
                table.endMadeBefore(connection, restored, "the database was restored from a backup", now()));
    }

    /** Within the caller's transaction, who then calls {@link #accountChanged()}. */
    public void endAll(Connection connection, String userId, String why) throws SQLException {
        endOthers(connection, userId, "", why);
    }

    /** Within the caller's transaction, who then calls {@link #accountChanged()}. */
    public void endOthers(Connection connection, String userId, String exceptId, String why) throws SQLException {
        table.endAll(connection, userId, exceptId, why, now());
    }

    /** After a transaction that changed an account: who is signed in is read again. */
    public void accountChanged() {
        live.forgetAll();
    }

    /** Deletes what can be of no use any more. @return what was done, for the job's record */
    public String purge() {
        return database.write(connection -> {
            int tokens = table.purgeTokens(connection, now());
            int sessions = table.purgeSessions(connection, now());
            return sessions + " sessions and " + tokens + " refresh tokens deleted";
        });
    }

    private Grant grant(Connection connection, String sessionId, User user, Instant now, Instant expires)
            throws SQLException {
        var token = Secret.next();
        table.insertToken(connection, Secret.hash(token), sessionId, now, expires);
        return new Grant(sessionId, user, token, expires);
    }

    private Instant expiry(Instant begun, Instant now) {
        var idle = now.plus(lifetimes.idle());
        var whole = begun.plus(lifetimes.whole());
        return idle.isBefore(whole) ? idle : whole;
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
