package org.wvwbuilder.plugin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Says which of the {@link Scopes} a resource method needs. Without it GET needs {@link Scopes#READ} and every other
 * method {@link Scopes#WRITE}; but in the plugin that keeps the accounts every method needs {@link Scopes#PERSON}, so
 * that nothing there is open to scripts by mistake.
 *
 * {@snippet lang=java :
 * @Path("exports")
 * public final class Exports {
 *     @POST
 *     @RolesAllowed(Roles.MEMBER)
 *     @Scoped(Scopes.READ)
 *     @Doc("Changes nothing, so a token that may only read will do.")
 *     public List<String> make() {
 *         return List.of();
 *     }
 * }
 * }
 */
@API(status = API.Status.STABLE, since = "1.0")
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Scoped {
    /** One of {@link Scopes}. */
    String value();
}
