package org.wvwbuilder.auth.roster;

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
import org.wvwbuilder.auth.password.PasswordRules;
import org.wvwbuilder.auth.password.Passwords;
import org.wvwbuilder.auth.session.Sessions;
import org.wvwbuilder.auth.throttle.Limit;
import org.wvwbuilder.auth.throttle.Throttle;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Problem;

/** Asks for passwords of people who are signed in, and replaces them. Who is signed in with an old one elsewhere is out. */
public final class PasswordDesk {
    /** How long after a sign-in a first password may be set, as there is no other to ask for. */
    static final Duration RECENT = Duration.ofMinutes(10);

    private final Database database;
    private final UserTable users;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final Sessions sessions;
    private final Throttle throttle;
    private final Audit audit;
    private final InstantSource clock;
    private final LinkTable links = new LinkTable();

    public PasswordDesk(
            Database database,
            UserTable users,
            Passwords passwords,
            PasswordRules rules,
            Sessions sessions,
            Throttle throttle,
            Audit audit,
            InstantSource clock) {
        this.database = database;
        this.users = users;
        this.passwords = passwords;
        this.rules = rules;
        this.sessions = sessions;
        this.throttle = throttle;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes sure that it is the account's owner who asks, and not somebody at their open browser.
     *
     * @return the hash that the password was compared with
     * @throws Problem 422 when it is another password, 429 when that was tried too often, 409 when the account has none
     */
    public String confirm(Actor owner, String password) {
        var budget = throttle.budget(Limit.PASSWORD, owner.id());
        Passwords.requireSane(password);
        throttle.require(budget);
        var hash = database.read(connection -> users.passwordHash(connection, owner.id()));
        if (hash.equals(Passwords.NONE)) throw unset();
        boolean right = passwords.matches(password, hash);
        var spent = database.write(connection -> {
            // Of guesses that come at once, those beyond the quota learn nothing, right or wrong.
            if (!right) return throttle.spend(connection, java.util.List.of(budget));
            var standing = throttle.look(connection, budget);
            if (!standing.blocked()) throttle.forget(connection, budget);
            return new Throttle.Spent(standing, standing.blocked());
        });
        if (spent.refused()) throw spent.standing().problem();
        if (!right) throw Problem.invalid("/current_password", "the password that you sign in with");
        return hash;
    }

    /** Whether an account has a password. Who came by a provider has none before setting one. */
    public boolean has(String id) {
        return !database.read(connection -> users.passwordHash(connection, id)).equals(Passwords.NONE);
    }

    /**
     * For the account's owner, whose session stays.
     *
     * @param current empty for the first password of an account
     * @throws Problem as {@link #confirm}, and 403 when a first password comes long after signing in
     */
    public void change(Actor owner, String session, Optional<String> current, String fresh) {
        var old = current.isPresent() || has(owner.id()) ? confirm(owner, required(current)) : none(session);
        replace(owner, owner.id(), session, fresh, "/new_password", old);
    }

    /** For the operator, who is asked for no password. All sessions end. */
    public void set(Actor actor, String id, String fresh) {
        replace(actor, id, "", fresh, "/password", database.read(connection -> users.passwordHash(connection, id)));
    }

    private static String required(Optional<String> current) {
        return current.orElseThrow(() -> Problem.invalid("/current_password", "the password that you sign in with"));
    }

    private String none(String session) {
        var earliest = Instant.ofEpochMilli(clock.millis()).minus(RECENT);
        if (sessions.begun(session).filter(begun -> !begun.isBefore(earliest)).isEmpty()) {
            throw new Problem(
                    403,
                    "sign-in-again",
                    "Your first password is set within " + RECENT.toMinutes() + " minutes of signing in: sign out, "
                            + "sign in again, and set it then.");
        }
        return Passwords.NONE;
    }

    private static Problem unset() {
        return new Problem(
                409, "password-unset", "Your account has no password yet: set one first with PUT /users/me/password.");
    }

    private void replace(Actor actor, String id, String session, String fresh, String pointer, String old) {
        User user =
                database.read(connection -> users.byId(connection, id)).orElseThrow(() -> Problem.notFound("The user"));
        var hash = hashed(user, fresh, pointer);
        database.write(connection -> {
            if (!users.replaceHash(connection, id, old, hash)) throw Problem.stale("The password");
            replaced(connection, actor, user, session, "other sessions ended");
            return id;
        });
        sessions.accountChanged();
    }

    /** @throws Problem 422 when it is no good password for this account */
    String hashed(User user, String fresh, String pointer) {
        rules.objection(fresh, user.username(), user.email()).ifPresent(why -> {
            throw Problem.invalid(pointer, why);
        });
        return passwords.hash(fresh);
    }

    /** What goes with every new password, within the transaction that writes it. */
    void replaced(Connection connection, Actor actor, User user, String session, String detail) throws SQLException {
        sessions.endOthers(connection, user.id(), session, "password changed");
        links.end(connection, user.id());
        audit.note(connection, actor, Action.PASSWORD_CHANGE, Subject.of(user), detail);
    }
}
