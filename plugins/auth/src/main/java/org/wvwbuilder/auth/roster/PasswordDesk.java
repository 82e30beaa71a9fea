package org.wvwbuilder.auth.roster;

import org.wvwbuilder.auth.account.User;
import org.wvwbuilder.auth.account.UserTable;
import org.wvwbuilder.auth.password.PasswordRules;
import org.wvwbuilder.auth.password.Passwords;
import org.wvwbuilder.auth.session.Sessions;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Problem;

/** Replaces passwords. Whoever is signed in with the old one elsewhere is out. */
public final class PasswordDesk {
    private final Database database;
    private final UserTable users;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final Sessions sessions;

    public PasswordDesk(
            Database database, UserTable users, Passwords passwords, PasswordRules rules, Sessions sessions) {
        this.database = database;
        this.users = users;
        this.passwords = passwords;
        this.rules = rules;
        this.sessions = sessions;
    }

    /**
     * For the account's owner, whose session stays.
     *
     * @throws Problem 422 when the current password is another, or the new one not good enough
     */
    public void change(String id, String session, String current, String fresh) {
        var old = database.read(connection -> users.passwordHash(connection, id));
        if (!passwords.matches(current, old)) {
            throw Problem.invalid("/current_password", "the password that you sign in with");
        }
        replace(id, session, fresh, "/new_password", old);
    }

    /** For the operator, who is asked for no password. All sessions end. */
    public void set(String id, String fresh) {
        replace(id, "", fresh, "/password", database.read(connection -> users.passwordHash(connection, id)));
    }

    private void replace(String id, String session, String fresh, String pointer, String old) {
        User user =
                database.read(connection -> users.byId(connection, id)).orElseThrow(() -> Problem.notFound("The user"));
        rules.objection(fresh, user.username(), user.email()).ifPresent(why -> {
            throw Problem.invalid(pointer, why);
        });
        var hash = passwords.hash(fresh);
        database.write(connection -> {
            if (!users.replaceHash(connection, id, old, hash)) throw Problem.stale("The password");
            sessions.endOthers(connection, id, session, "password changed");
            return id;
        });
        sessions.accountChanged();
    }
}
