package org.wvwbuilder.auth.audit;

import org.wvwbuilder.auth.account.User;
import org.wvwbuilder.auth.session.Client;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Identity;

/**
 * Who does something.
 *
 * @param id of an account; {@code operator} for the command line, empty for somebody who is not signed in
 */
public record Actor(String id, String name, Client client) {
    /** Whoever may run commands on the server's machine. */
    public static final Actor OPERATOR = new Actor("operator", "operator", new Client("gw2", ""));

    public static Actor of(Caller caller) {
        var client = new Client(caller.agent(), caller.address());
        return caller.identity().map(who -> of(who, client)).orElseGet(() -> new Actor("", "", client));
    }

    /** Somebody who has just become known. */
    public static Actor of(User user, Client client) {
        return new Actor(user.id(), user.username(), client);
    }

    private static Actor of(Identity who, Client client) {
        return new Actor(who.id(), who.name(), client);
    }
}
