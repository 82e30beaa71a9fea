package org.wvwbuilder.plugin;

import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Tells who is in which team. Offered by the plugin that keeps the teams.
 *
 * {@snippet lang=java :
 * var mayChange = context.find(Teams.class)
 *         .flatMap(teams -> teams.role("0197c0de-0000-7000-8000-000000000001", caller.user().id()))
 *         .filter(role -> role.contains(Teams.Role.EDITOR))
 *         .isPresent();
 * }
 */
@API(status = API.Status.STABLE, since = "1.0")
public interface Teams {

    /** What an account may do in a team; empty when it is no member or there is no such team. */
    Optional<Role> role(String team, String account);

    /** The teams that an account is a member of, by id. */
    Map<String, Role> of(String account);

    /** Each role contains the ones before it. */
    enum Role {
        /** Sees what the team shares. */
        VIEWER,
        /** Changes what the team shares. */
        EDITOR,
        /** Also says who is in the team. */
        OWNER;

        /** Whether this role contains the other. */
        public boolean contains(Role other) {
            return compareTo(other) >= 0;
        }
    }
}
