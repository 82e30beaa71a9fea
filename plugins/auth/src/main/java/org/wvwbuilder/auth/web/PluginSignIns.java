package org.wvwbuilder.auth.web;

import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.wvwbuilder.auth.account.Credential;
import org.wvwbuilder.auth.account.User;
import org.wvwbuilder.auth.account.UserTable;
import org.wvwbuilder.auth.audit.Action;
import org.wvwbuilder.auth.audit.Actor;
import org.wvwbuilder.auth.audit.Audit;
import org.wvwbuilder.auth.audit.Subject;
import org.wvwbuilder.auth.factor.Entry;
import org.wvwbuilder.auth.factor.SecondFactor;
import org.wvwbuilder.auth.session.Client;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.SignIns;

/**
 * Lets in whom another plugin has made sure of, as a provider's sign-in does: second factor, cookies and redirect are the
 * same. It makes no account, and an email address is no name, so that nobody comes in by what they wrote into a profile.
 */
final class PluginSignIns implements SignIns {
    private final Database database;
    private final UserTable users;
    private final SecondFactor factor;
    private final Audit audit;
    private final Answers answers;

    PluginSignIns(Database database, UserTable users, SecondFactor factor, Audit audit, Answers answers) {
        this.database = database;
        this.users = users;
        this.factor = factor;
        this.audit = audit;
        this.answers = answers;
    }

    @Override
    public Response open(String username, Caller caller) {
        var client = AuthResource.client(caller);
        var entry = database.write(connection -> enter(connection, username, client));
        return answers.sentOn(entry, caller).build();
    }

    private Entry enter(Connection connection, String username, Client client) throws SQLException {
        var found = username.indexOf('@') >= 0
                ? Optional.<User>empty()
                : users.byName(connection, username).map(Credential::user);
        if (found.isEmpty()) return refused(connection, client, Subject.NONE, "unknown", unknown());
        var user = found.get();
        if (user.disabled()) return refused(connection, client, Subject.of(user), "disabled", SignIn.disabled());
        return factor.enter(connection, user, client, Optional.empty(), "by a plugin");
    }

    /** No exception yet: the line of the audit log is to be kept. */
    private Entry refused(Connection connection, Client client, Subject subject, String why, Problem problem)
            throws SQLException {
        audit.refused(connection, new Actor("", "", client), Action.SIGN_IN, subject, "by a plugin: " + why);
        return new Entry.Refused(problem);
    }

    private static Problem unknown() {
        return new Problem(
                403,
                "account-unknown",
                "Nobody here has your username: ask an administrator of your guild to invite you.");
    }
}
