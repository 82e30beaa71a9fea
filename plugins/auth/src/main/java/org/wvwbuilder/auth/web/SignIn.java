package org.wvwbuilder.auth.web;

import java.util.Optional;
import org.wvwbuilder.auth.account.Credential;
import org.wvwbuilder.auth.account.UserTable;
import org.wvwbuilder.auth.factor.Entry;
import org.wvwbuilder.auth.factor.SecondFactor;
import org.wvwbuilder.auth.password.Passwords;
import org.wvwbuilder.auth.session.Client;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Problem;

/** Lets people in by name and password. Tells nobody whether it was the name or the password that was wrong. */
final class SignIn {
    private final Database database;
    private final UserTable users;
    private final Passwords passwords;
    private final SecondFactor factor;

    SignIn(Database database, UserTable users, Passwords passwords, SecondFactor factor) {
        this.database = database;
        this.users = users;
        this.passwords = passwords;
        this.factor = factor;
    }

    /**
     * @param code of a second factor, if it is sent along
     * @throws Problem 401, or 403 for a right password of a disabled account
     */
    Entry signIn(String name, String password, Optional<String> code, Client client) {
        Passwords.requireSane(password);
        Optional<Credential> found = database.read(connection -> users.byName(connection, name));
        var hash = found.map(Credential::passwordHash).orElse(Passwords.NONE);
        if (!passwords.matches(password, hash)) throw wrong();
        var user = found.orElseThrow().user();
        var fresh = passwords.outdated(hash) ? passwords.hash(password) : hash;
        return database.write(connection -> {
            // Both may have changed while the password was being compared.
            if (!users.replaceHash(connection, user.id(), hash, fresh)) throw wrong();
            var now = users.byId(connection, user.id()).orElseThrow(SignIn::wrong);
            if (now.disabled()) throw disabled();
            return factor.enter(connection, now, client, code);
        });
    }

    private static Problem wrong() {
        return new Problem(401, "credentials-wrong", "No account has this name and this password: check both.");
    }

    private static Problem disabled() {
        return new Problem(403, "account-disabled", "This account was disabled: ask an administrator of your guild.");
    }
}
