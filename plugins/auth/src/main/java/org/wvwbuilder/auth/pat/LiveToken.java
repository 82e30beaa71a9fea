package org.wvwbuilder.auth.pat;

import java.util.HashSet;
import org.wvwbuilder.auth.account.User;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Scopes;

/** A token whose owner may use it, and what the server is told about it. */
record LiveToken(PersonalToken token, Identity identity) {

    static LiveToken of(PersonalToken token, User user) {
        var roles = new HashSet<>(Roles.of(user.role()));
        if (!token.scopes().contains(Scopes.ADMIN)) roles.remove(Roles.ADMIN);
        return new LiveToken(token, new Identity(user.id(), user.username(), roles, token.id(), token.scopes()));
    }
}
