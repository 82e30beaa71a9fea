package org.wvwbuilder.auth.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.wvwbuilder.auth.password.PasswordRules;
import org.wvwbuilder.auth.password.Passwords;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Uuid7;

/** Makes accounts. Every road to a new one leads through here: the web, the setup, the command. */
public final class Registrar {
    private final Database database;
    private final UserTable users;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final InstantSource clock;

    public Registrar(
            Database database, UserTable users, Passwords passwords, PasswordRules rules, InstantSource clock) {
        this.database = database;
        this.users = users;
        this.passwords = passwords;
        this.rules = rules;
        this.clock = clock;
    }

    /** What somebody typed to get an account. */
    public record Application(Optional<String> email, Optional<String> username, Optional<String> password) {}

    /**
     * Checks an application and hashes its password. Writes nothing: hashing must not hold a transaction.
     *
     * @throws Problem 422 with every field that is not right, 409 when a name is taken
     */
    public Draft draft(Application application, String role) {
        var fields = new Fields();
        var email = fields.required("/email", application.email(), Email::of);
        var username = fields.required("/username", application.username(), Username::of);
        var password = fields.required("/password", application.password(), typed -> typed);
        if (email.isPresent() && username.isPresent() && password.isPresent()) {
            rules.objection(password.get(), username.get().text(), email.get().text())
                    .ifPresent(why -> fields.refuse("/password", why));
        }
        fields.check();
        var user = user(email.orElseThrow(), username.orElseThrow(), role);
        database.read(connection -> {
            refuseTaken(connection, user);
            return user;
        });
        return new Draft(user, passwords.hash(password.orElseThrow()));
    }

    /** Writes the account, within the caller's transaction; see {@link #write}. */
    public User insert(Connection connection, Draft draft) throws SQLException {
        refuseTaken(connection, draft.user());
        users.insert(connection, draft.user(), draft.passwordHash());
        return draft.user();
    }

    /** Runs a transaction that gives names to accounts, and says so when another one was faster with a name. */
    public <T> T write(Database.Work<T> work) {
        try {
            return database.write(work);
        } catch (Database.DatabaseException refused) {
            if (refused.kind() != Database.DatabaseException.Kind.CONSTRAINT) throw refused;
            throw new Problem(409, "name-taken", "Somebody took this email or username just now: choose another.");
        }
    }

    /** @throws Problem 409 when another account has the email or the username */
    public void refuseTaken(Connection connection, User user) throws SQLException {
        if (users.emailTaken(connection, Email.of(user.email()), user.id())) {
            throw new Problem(409, "email-taken", "There is an account with this email: sign in, or use another.");
        }
        if (users.usernameTaken(connection, Username.of(user.username()), user.id())) {
            throw new Problem(409, "username-taken", "Somebody has this username: choose another.");
        }
    }

    private User user(Email email, Username username, String role) {
        var now = Instant.ofEpochMilli(clock.millis());
        var id = Uuid7.next(clock);
        return new User(id, email.text(), username.text(), role, Optional.empty(), false, 1, now, Optional.empty());
    }
}
