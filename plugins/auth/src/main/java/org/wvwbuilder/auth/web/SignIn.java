package org.wvwbuilder.auth.web;

import java.util.List;
import java.util.Optional;
import org.wvwbuilder.auth.account.Credential;
import org.wvwbuilder.auth.account.User;
import org.wvwbuilder.auth.account.UserTable;
import org.wvwbuilder.auth.audit.Action;
import org.wvwbuilder.auth.audit.Audit;
import org.wvwbuilder.auth.audit.Subject;
import org.wvwbuilder.auth.factor.Entry;
import org.wvwbuilder.auth.factor.SecondFactor;
import org.wvwbuilder.auth.password.Passwords;
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
    private final SecondFactor factor;
    private final Throttle throttle;
    private final Devices devices;
    private final Audit audit;

    SignIn(
            Database database,
            UserTable users,
            Passwords passwords,
            SecondFactor factor,
            Throttle throttle,
            Devices devices,
            Audit audit) {
        this.database = database;
        this.users = users;
        this.passwords = passwords;
        this.factor = factor;
        this.throttle = throttle;
        this.devices = devices;
        this.audit = audit;
    }

    /** What is known before the password is looked at. */
    private record Knock(Optional<Credential> found, List<Budget> budgets, Standing standing) {}

    /**
     * How it went on after the right password.
     *
     * @param device what the cookie of the known device is to hold; empty for what is no browser, or not in yet
     */
    record Entered(Entry entry, Standing standing, Optional<String> device) {}

    /**
     * @param code of a second factor, if it is sent along
     * @throws Problem 401, 429, or 403 for a right password of a disabled account
     */
    Entered signIn(String name, String password, Optional<String> code, Visitor visitor) {
        Passwords.requireSane(password);
        var knock = knock(name, visitor);
        if (knock.standing().blocked()) throw knock.standing().problem();
        var hash = knock.found().map(Credential::passwordHash).orElse(Passwords.NONE);
        if (!passwords.matches(password, hash)) throw refused(knock, visitor);
        var user = knock.found().orElseThrow().user();
        var fresh = passwords.outdated(hash) ? passwords.hash(password) : hash;
        return entered(new Right(knock, user, hash, fresh), code, visitor);
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

    /** A password that was right a moment ago, and its hash by today's parameters. */
    private record Right(Knock knock, User user, String hash, String fresh) {}

    private Entered entered(Right right, Optional<String> code, Visitor visitor) {
        var budgets = right.knock().budgets();
        return database.write(connection -> {
            // Of a burst of guesses, those that were compared after the quota was used up learn nothing.
            var standing = throttle.look(connection, budgets);
            if (standing.blocked()) throw standing.problem();
            // Both may have changed while the password was being compared.
            if (!users.replaceHash(connection, right.user().id(), right.hash(), right.fresh())) throw wrong(standing);
            var now = users.byId(connection, right.user().id()).orElseThrow(() -> wrong(standing));
            if (now.disabled()) throw disabled();
            throttle.forget(connection, budgets.getFirst());
            var entry = factor.enter(connection, now, visitor.client(), code);
            var device = visitor.browser() && entry instanceof Entry.Granted
                    ? Optional.of(devices.remember(connection, visitor.device(), now.id()))
                    : Optional.<String>empty();
            return new Entered(entry, throttle.look(connection, budgets), device);
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

    static Problem disabled() {
        return new Problem(403, "account-disabled", "This account was disabled: ask an administrator of your guild.");
    }
}
