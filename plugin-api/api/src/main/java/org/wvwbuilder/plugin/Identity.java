package org.wvwbuilder.plugin;

import java.security.Principal;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * Somebody who is signed in.
 *
 * @param id the account's id
 * @param name the account's username
 * @param roles every role held, the implied ones included: an administrator also holds commander and member
 * @param session the id of the session that the token belongs to
 */
@API(status = API.Status.STABLE, since = "1.0")
public record Identity(String id, String name, Set<String> roles, String session) implements Principal {

    public Identity {
        roles = Set.copyOf(roles);
    }

    @Override
    public String getName() {
        return name;
    }

    public boolean is(String role) {
        return roles.contains(role);
    }
}
