package org.wvwbuilder.auth.web;

import java.util.List;
import java.util.Optional;
import org.wvwbuilder.auth.account.Credential;
import org.wvwbuilder.auth.account.User;
import org.wvwbuilder.auth.account.UserTable;
import org.wvwbuilder.auth.audit.Action;
import org.wvwbuilder.auth.audit.Actor;
import org.wvwbuilder.auth.audit.Audit;
import org.wvwbuilder.auth.audit.Subject;
import org.wvwbuilder.auth.password.Passwords;
import org.wvwbuilder.auth.session.Sessions;
import org.wvwbuilder.auth.throttle.Budget;
import org.wvwbuilder.auth.throttle.Devices;
import org.wvwbuilder.auth.throttle.Limit;
import org.wvwbuilder.auth.throttle.Standing;
import org.wvwbuilder.auth.throttle.Throttle;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Problem;

/**
 * Lets people in by name and password. Tells nobody whether it was the name or the password that was wrong: both cost
 * one hash, one reading and one writing transaction, and count the same.
 */
final class SignIn {
    private final Database database;
    private final UserTable users;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Throttle throttle;
    private final Devices devices;
    private final Audit audit;

    SignIn(
            Database database,
            UserTable users,
            Passwords passwords,
            Sessions sessions,
            Throttle throttle,
            Devices devices,
            Audit audit) {
        this.database = database;
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
        this.devices = devices;
        this.audit = audit;
    }

    /** What is known before the password is looked at. */
    private record Knock(Optional<Credential> found, List<Budget> budgets, Standing standing) {}

    /** @throws Problem 401, 429, or 403 for a right password of a disabled account */
    Admission signIn(String name, String password, Visitor visitor) {
        Passwords.requireSane(password);
        var knock = knock(name, visitor);
        if (knock.standing().blocked()) throw knock.standing().problem();
        var hash = knock.found().map(Credential::passwordHash).orElse(Passwords.NONE);
        if (!passwords.matches(password, hash)) throw refused(knock, visitor);
        var user = knock.found().orElseThrow().user();
        var fresh = passwords.outdated(hash) ? passwords.hash(password) : hash;
        return admitted(knock, user, hash, fresh, visitor);
    }

    private Knock knock(String name, Visitor visitor) {
        var byName = throttle.budget(Limit.SIGN_IN, UserTable.folded(name));
        var byAddress = throttle.ofAddress(Limit.ADDRESS, visitor.client().address());
        return database.read(connection -> {
            var found = users.byName(connection, name);
            var id = found.map(credential -> credential.user().id()).orElse("");
            var device = devices.known(connection, visitor.device(), id);
            // Whoever is known by the device is not held up by what others do in the same name.
            var budgets = device.map(mark -> List.of(throttle.budget(Limit.DEVICE, mark)))
                    .orElse(List.of(byName, byAddress));
            return new Knock(found, budgets, throttle.look(connection, budgets));
        });
    }

    private Admission admitted(Knock knock, User user, String hash, String fresh, Visitor visitor) {
        return database.write(connection -> {
            // Of a burst of guesses, those that were compared after the quota was used up learn nothing.
            var standing = throttle.look(connection, knock.budgets());
            if (standing.blocked()) throw standing.problem();
            // Both may have changed while the password was being compared.
            if (!users.replaceHash(connection, user.id(), hash, fresh)) throw wrong(standing);
            var now = users.byId(connection, user.id()).orElseThrow(() -> wrong(standing));
            if (now.disabled()) throw disabled();
            throttle.forget(connection, knock.budgets().getFirst());
            var grant = sessions.begin(connection, now, visitor.client());
            audit.note(connection, Actor.of(now, visitor.client()), Action.SIGN_IN, Subject.of(now), "");
            var device = visitor.browser()
                    ? Optional.of(devices.remember(connection, visitor.device(), now.id()))
                    : Optional.<String>empty();
            return new Admission(grant, throttle.look(connection, knock.budgets()), device);
        });
    }

    private Problem refused(Knock knock, Visitor visitor) {
        var subject = knock.found().map(found -> Subject.of(found.user())).orElse(Subject.NONE);
        var spent = database.write(connection -> {
            var tried = throttle.spend(connection, knock.budgets());
            // What was typed as an unknown name stays unwritten: it may be somebody's password.
            if (!tried.refused()) audit.refused(connection, visitor.actor(), Action.SIGN_IN, subject, "wrong password");
            return tried;
        });
        return spent.refused() ? spent.standing().problem() : wrong(spent.standing());
    }

    private static Problem wrong(Standing standing) {
        return new Problem(
                401,
                "credentials-wrong",
                "No account has this name and this password: check both.",
                List.of(),
                standing.headers());
    }

    private static Problem disabled() {
        return new Problem(403, "account-disabled", "This account was disabled: ask an administrator of your guild.");
    }
}
