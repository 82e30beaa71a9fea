package org.wvwbuilder.plugin;

import java.util.Set;
import org.apiguardian.api.API;

/**
 * The roles, as {@code @RolesAllowed} takes them. Each contains the ones below it.
 *
 * {@snippet lang=java :
 * @Path("orders")
 * public final class Orders {
 *     @POST
 *     @RolesAllowed(Roles.COMMANDER)
 *     public void give(Map<String, String> order) {}
 * }
 * }
 */
@API(status = API.Status.STABLE, since = "1.0")
public final class Roles {
    /** Runs the server and everybody's accounts. */
    public static final String ADMIN = "admin";
    /** Leads squads. */
    public static final String COMMANDER = "commander";
    /** Everybody who is signed in. */
    public static final String MEMBER = "member";

    private Roles() {}

    /**
     * The role and those that it contains.
     *
     * @throws IllegalArgumentException when there is no such role
     */
    public static Set<String> of(String role) {
        return switch (role) {
            case ADMIN -> Set.of(ADMIN, COMMANDER, MEMBER);
            case COMMANDER -> Set.of(COMMANDER, MEMBER);
            case MEMBER -> Set.of(MEMBER);
            default ->
                throw new IllegalArgumentException("no role is called '" + role + "'; use admin, commander or member");
        };
    }
}
