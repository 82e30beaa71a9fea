package org.wvwbuilder.auth.factor;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.wvwbuilder.auth.account.User;
import org.wvwbuilder.auth.account.UserTable;
import org.wvwbuilder.auth.audit.Action;
import org.wvwbuilder.auth.audit.Actor;
import org.wvwbuilder.auth.audit.Audit;
import org.wvwbuilder.auth.audit.Subject;
import org.wvwbuilder.auth.secret.Secret;
import org.wvwbuilder.auth.secret.SecretBox;
import org.wvwbuilder.auth.session.Client;
import org.wvwbuilder.auth.session.Sessions;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Problem;

/**
 * Stands between the right password and the session. Who has a second factor gets a challenge, good for five minutes and
 * five codes, in place of tokens.
 */
public final class SecondFactor {
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final Database database;
    private final UserTable users;
    private final Sessions sessions;
    private final Audit audit;
    private final InstantSource clock;
    private final FactorTable factors = new FactorTable();
    private final ChallengeTable challenges = new ChallengeTable();
    private final CodeCheck check;

    public SecondFactor(
            Database database, UserTable users, Sessions sessions, Audit audit, SecretBox box, InstantSource clock) {
        this.database = database;
        this.users = users;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
        this.check = new CodeCheck(factors, box, clock);
    }

    /**
     * Goes on where the first factor was right, within the caller's transaction.
     *
     * @param code for scripts that send everything at once
     */
    public Entry enter(Connection connection, User user, Client client, Optional<String> code) throws SQLException {
        return enter(connection, user, client, code, "");
    }

    /** The same, @param way what the audit log says of the first factor where there is no second */
    public Entry enter(Connection connection, User user, Client client, Optional<String> code, String way)
            throws SQLException {
        if (factors.find(connection, user.id()).filter(Factor::confirmed).isEmpty()) {
            return granted(connection, user, client, way);
        }
        if (code.isEmpty()) return ask(connection, user);
        return entry(connection, user, client, check.judge(connection, user.id(), code.get()));
    }

    /** Goes on with the code that a challenge asked for. */
    public Entry redeem(String challenge, String code, Client client) {
        var hash = Secret.hash(challenge);
        return database.write(connection -> {
            var found = challenges.take(connection, hash, now(), CodeCheck.TRIES);
            if (found.isEmpty() || !proven(connection, found.get())) return ended();
            var user = users.byId(connection, found.get().userId());
            if (user.isEmpty() || user.get().disabled()) return ended();
            var verdict = check.judge(connection, user.get().id(), code);
            boolean over = verdict instanceof Verdict.Right || found.get().tries() >= CodeCheck.TRIES;
            if (over) challenges.delete(connection, hash);
            return entry(connection, user.get(), client, verdict);
        });
    }

    /** Deletes challenges that nobody answered. @return how many */
    public int purge() {
        return database.write(connection -> challenges.purge(connection, now()));
    }

    private Entry ask(Connection connection, User user) throws SQLException {
        var challenge = Secret.next();
        var proof = Secret.hash(users.passwordHash(connection, user.id()));
        var expires = now().plus(LIFETIME);
        challenges.insert(connection, Secret.hash(challenge), user.id(), proof, expires);
        return new Entry.Asked(challenge, expires);
    }

    private Entry entry(Connection connection, User user, Client client, Verdict verdict) throws SQLException {
        if (verdict instanceof Verdict.Right) return granted(connection, user, client, "");
        audit.refused(connection, Actor.of(user, client), Action.SIGN_IN, Subject.of(user), "wrong code");
        return new Entry.Refused(Verdict.refusal(verdict));
    }

    private Entry granted(Connection connection, User user, Client client, String way) throws SQLException {
        var grant = sessions.begin(connection, user, client);
        audit.note(connection, Actor.of(user, client), Action.SIGN_IN, Subject.of(user), way);
        return new Entry.Granted(grant);
    }

    /** Whether the password that was right then is still the password. */
    private boolean proven(Connection connection, ChallengeTable.Challenge challenge) throws SQLException {
        var hash = users.passwordHash(connection, challenge.userId());
        return Secret.same(challenge.proof(), Secret.hash(hash));
    }

    private static Entry ended() {
        return new Entry.Refused(new Problem(
                401,
                "challenge-ended",
                "This sign-in took too long, met too many wrong codes, or is done: begin again with your password."));
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
