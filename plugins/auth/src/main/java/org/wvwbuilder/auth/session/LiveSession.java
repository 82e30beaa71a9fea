package org.wvwbuilder.auth.session;

import org.wvwbuilder.auth.account.User;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.plugin.Roles;

/** Somebody who is signed in: the account, and what the server is told about them. */
public record LiveSession(User user, Identity identity) {

    static LiveSession of(String sessionId, User user) {
        return new LiveSession(user, new Identity(user.id(), user.username(), Roles.of(user.role()), sessionId));
    }
}
