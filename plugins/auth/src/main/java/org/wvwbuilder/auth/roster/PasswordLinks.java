package org.wvwbuilder.auth.roster;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.wvwbuilder.auth.account.UserTable;
import org.wvwbuilder.auth.audit.Action;
import org.wvwbuilder.auth.audit.Actor;
import org.wvwbuilder.auth.audit.Audit;
import org.wvwbuilder.auth.audit.Subject;
import org.wvwbuilder.auth.secret.Secret;
import org.wvwbuilder.auth.session.Client;
import org.wvwbuilder.auth.session.Sessions;
import org.wvwbuilder.auth.throttle.Throttle;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Problem;

/**
 * Lets people who lost their password choose another: an administrator makes a link and hands it over, as there is no
 * mail. It is good once, and ends with the hour, with a newer one, with the password and with the account.
 */
public final class PasswordLinks {
    /** Short, as whoever holds it holds the account; the administrator can make another at any time. */
    static final Duration LIFETIME = Duration.ofHours(1);

    private final Database database;
    private final UserTable users;
    private final Roster roster;
    private final PasswordDesk desk;
    private final Sessions sessions;
    private final Throttle throttle;
    private final Audit audit;
    private final InstantSource clock;
    private final LinkTable table = new LinkTable();

    public PasswordLinks(
            Database database,
            UserTable users,
            Roster roster,
            PasswordDesk desk,
            Sessions sessions,
            Throttle throttle,
            Audit audit,
            InstantSource clock) {
        this.database = database;
        this.users = users;
        this.roster = roster;
        this.desk = desk;
        this.sessions = sessions;
        this.throttle = throttle;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param code to be handed over; it cannot be read again */
    public record Made(String code, Instant expiresAt) {
        @Override
        public String toString() {
            return "Made, good until " + expiresAt;
        }
    }

    /**
     * An account without a password gets one by a link as well: its provider may be gone.
     *
     * @throws Problem 404, or 409 for one's own account and for a disabled one
     */
    public Made make(Actor actor, String id) {
        // Whoever finds an open browser is not to get around the question for the password.
        if (actor.id().equals(id)) throw own();
        var code = Secret.next();
        var expires = Instant.ofEpochMilli(clock.millis()).plus(LIFETIME);
        database.write(connection -> {
            var user = users.byId(connection, id).orElseThrow(() -> Problem.notFound("The user"));
            if (user.disabled()) throw disabled();
            table.replace(connection, id, Secret.hash(code), expires.toEpochMilli());
            audit.note(connection, actor, Action.PASSWORD_LINK, Subject.of(user), "");
            return user;
        });
        return new Made(code, expires);
    }

    /**
     * Replaces the password of whom the link was made for. All sessions end, and wrong passwords are forgotten; a second
     * factor stays on.
     *
     * @throws Problem 403 for a code that is not good, 422 for a password that is not, 429 for who tries many codes
     */
    public void use(String code, String fresh, Client client) {
        var link = Secret.hash(code);
        var user = throttle.byCode(
                client.address(),
                () -> database.read(connection -> table.owner(connection, link, clock.millis())),
                PasswordLinks::wrong);
        var hash = desk.hashed(user, fresh, "/new_password");
        database.write(connection -> {
            if (!users.setHash(connection, user.id(), hash)) throw wrong();
            if (!table.use(connection, link, clock.millis())) throw wrong();
            desk.replaced(connection, Actor.of(user, client), user, "", "with a link; all sessions ended");
            roster.forgetTries(connection, user);
            return user;
        });
        sessions.accountChanged();
    }

    /** Deletes links that nobody used. @return how many */
    public int purge() {
        return database.write(connection -> table.purge(connection, clock.millis()));
    }

    private static Problem wrong() {
        return new Problem(
                403,
                "password-link-wrong",
                "This link is not, or no longer, good: ask an administrator of your guild for another.");
    }

    private static Problem own() {
        return new Problem(409, "own-password", "This is your own account: change its password on your account page.");
    }

    private static Problem disabled() {
        return new Problem(409, "user-disabled", "This account is disabled: enable it first, then make the link.");
    }
}
