package org.wvwbuilder.auth.factor;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.wvwbuilder.auth.audit.Action;
import org.wvwbuilder.auth.audit.Actor;
import org.wvwbuilder.auth.audit.Audit;
import org.wvwbuilder.auth.audit.Subject;
import org.wvwbuilder.auth.roster.PasswordDesk;
import org.wvwbuilder.auth.secret.SecretBox;
import org.wvwbuilder.auth.session.Sessions;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Problem;

/** Turns second factors on and off. A change of it ends the other sessions of its owner. */
public final class Factors {
    private final Database database;
    private final PasswordDesk passwords;
    private final Sessions sessions;
    private final Audit audit;
    private final SecretBox box;
    private final InstantSource clock;
    private final FactorTable table = new FactorTable();
    private final ChallengeTable challenges = new ChallengeTable();
    private final CodeCheck check;

    public Factors(
            Database database,
            PasswordDesk passwords,
            Sessions sessions,
            Audit audit,
            SecretBox box,
            InstantSource clock) {
        this.database = database;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
        this.box = box;
        this.clock = clock;
        this.check = new CodeCheck(table, box, clock);
    }

    /** @param codesLeft how many recovery codes are left */
    record State(boolean on, long codesLeft) {}

    State state(String userId) {
        return database.read(connection -> new State(
                table.find(connection, userId).filter(Factor::confirmed).isPresent(),
                table.codesLeft(connection, userId)));
    }

    /**
     * Begins: gives a new secret, which protects nothing before {@link #confirm}.
     *
     * @throws Problem as {@link PasswordDesk#confirm}, and 409 when a factor is on
     */
    byte[] enrol(Actor me, String password) {
        passwords.confirm(me, password);
        var secret = Totp.newSecret();
        var sealed = box.seal(secret, CodeCheck.name(me.id()));
        var begun = database.write(connection -> table.begin(connection, me.id(), sealed, now()));
        if (!begun) {
            throw new Problem(409, "factor-on", "A second factor is on already: turn it off first to enrol another.");
        }
        return secret;
    }

    /**
     * Turns the factor on.
     *
     * @return the recovery codes, which nobody sees again
     * @throws Problem 422 when the code is not right, 409 when none was begun
     */
    List<String> confirm(Actor me, String session, String typed) {
        var codes = RecoveryCodes.next();
        database.write(connection -> {
            var factor = table.lock(connection, me.id())
                    .filter(found -> !found.confirmed())
                    .orElseThrow(Factors::notBegun);
            var step = TypedCode.of(typed) instanceof TypedCode.OfTheApp app
                    ? check.step(factor, app.digits())
                    : java.util.OptionalLong.empty();
            if (step.isEmpty()) throw Problem.invalid("/code", "the six digits that your app shows now");
            if (!table.confirm(connection, factor, step.getAsLong(), now())) throw notBegun();
            table.replaceCodes(connection, me.id(), codes);
            sessions.endOthers(connection, me.id(), session, "second factor changed");
            audit.note(connection, me, Action.FACTOR_ON, Subject.of(me), "");
            return codes;
        });
        sessions.accountChanged();
        return codes;
    }

    /** @throws Problem 422, 401 or 429 when password or code are not right, 409 when none is on */
    void remove(Actor me, String session, String password, String code) {
        passwords.confirm(me, password);
        proven(me, code, connection -> {
            remove(connection, me.id());
            sessions.endOthers(connection, me.id(), session, "second factor changed");
            audit.note(connection, me, Action.FACTOR_OFF, Subject.of(me), "");
        });
        sessions.accountChanged();
    }

    /** Gives a new set of recovery codes; the old one is worth nothing then. Throws as {@link #remove}. */
    List<String> newCodes(Actor me, String password, String code) {
        passwords.confirm(me, password);
        var codes = RecoveryCodes.next();
        proven(me, code, connection -> {
            table.replaceCodes(connection, me.id(), codes);
            audit.note(connection, me, Action.FACTOR_CODES, Subject.of(me), "");
        });
        return codes;
    }

    /** For administrators and operators, when somebody lost everything. @return false when there was none */
    boolean remove(Actor actor, Subject owner) {
        return database.write(connection -> {
            boolean was = remove(connection, owner.id());
            if (was) audit.note(connection, actor, Action.FACTOR_OFF, owner, "");
            return was;
        });
    }

    private boolean remove(Connection connection, String userId) throws SQLException {
        challenges.deleteAll(connection, userId);
        return table.remove(connection, userId);
    }

    @FunctionalInterface
    private interface Change {
        void make(Connection connection) throws SQLException;
    }

    /** Makes a change if the code is right. A wrong code is counted, so nothing is thrown within the transaction. */
    private void proven(Actor me, String code, Change change) {
        var verdict = database.write(connection -> {
            if (table.find(connection, me.id()).filter(Factor::confirmed).isEmpty()) throw off();
            var judged = check.judge(connection, me.id(), code);
            if (judged instanceof Verdict.Right) change.make(connection);
            return judged;
        });
        if (verdict instanceof Verdict.Wrong) throw Problem.invalid("/code", "a code of your app, or a recovery code");
        if (verdict instanceof Verdict.TooMany) throw Verdict.refusal(verdict);
    }

    private static Problem notBegun() {
        return new Problem(409, "factor-not-begun", "No enrolment waits for its code: begin one with POST /auth/totp.");
    }

    private static Problem off() {
        return new Problem(409, "factor-off", "No second factor is on: there is nothing to change.");
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
