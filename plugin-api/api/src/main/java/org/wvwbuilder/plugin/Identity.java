package org.wvwbuilder.plugin;

import java.security.Principal;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * Somebody who is signed in, or a script that acts for them.
 *
 * {@snippet lang=java :
 * if (caller.user().is(Roles.COMMANDER) && caller.user().reaches(Scopes.WRITE)) {
 *     context.log().log(System.Logger.Level.INFO, caller.user().name() + " may change it");
 * }
 * }
 *
 * @param id the account's id
 * @param name the account's username
 * @param roles every role held, the implied ones included: an administrator also holds commander and member
 * @param session the id of the session that the token belongs to; of a script, the id of its token
 * @param scopes how far the credential reaches, see {@link Scopes}
 */
@API(status = API.Status.STABLE, since = "1.0")
public record Identity(String id, String name, Set<String> roles, String session, Set<String> scopes)
        implements Principal {

    public Identity {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    /** Somebody who signed in. */
    public Identity(String id, String name, Set<String> roles, String session) {
        this(id, name, roles, session, Scopes.ALL);
    }

    /** The account's username. */
    @Override
    public String getName() {
        return name;
    }

    /** Whether they hold one of {@link Roles}. */
    public boolean is(String role) {
        return roles.contains(role);
    }

    /** Whether the credential reaches this far. */
    public boolean reaches(String scope) {
        return scopes.contains(scope);
    }
}
