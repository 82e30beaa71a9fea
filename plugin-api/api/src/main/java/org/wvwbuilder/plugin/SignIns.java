package org.wvwbuilder.plugin;

import jakarta.ws.rs.core.Response;
import org.apiguardian.api.API;

/**
 * Signs people in whom a plugin has made sure of. Offered by the plugin that keeps the accounts, and only where the operator
 * allows it ({@code auth.sign-in-by-plugins = true}). What is opened is a session as any other: in the person's list, in the
 * audit log, to be ended.
 *
 * {@snippet lang=java :
 * @Path("badges")
 * public final class Badges {
 *     private final PluginContext context;
 *
 *     Badges(PluginContext context) {
 *         this.context = context;
 *     }
 *
 *     @GET
 *     @PermitAll
 *     @Path("{badge}")
 *     public Response enter(@PathParam("badge") String badge, @Context Caller caller) {
 *         var owner = Map.of("d4f1", "aria").get(badge);
 *         if (owner == null) throw new Problem(403, "badge-unknown", "Ask for a badge.");
 *         return context.find(SignIns.class)
 *                 .map(signIns -> signIns.open(owner, caller))
 *                 .orElseThrow(() -> new Problem(503, "sign-in-off", "Set auth.sign-in-by-plugins = true."));
 *     }
 * }
 * }
 */
@API(status = API.Status.EXPERIMENTAL, since = "1.0")
public interface SignIns {

    /**
     * Opens a session for the browser that sent the request. The plugin stands for the first factor alone: where the account
     * has a second one, the browser is sent to the page that asks for the code, and no session begins before that.
     *
     * @param username of an account that there is, in any case; an email address is none
     * @param caller as the resource method got it
     * @return 303 to a page of the console, with the cookies: to be answered as it is
     * @throws Problem 403 {@code account-unknown} when nobody has the name, {@code account-disabled} when the account is
     *     switched off
     */
    Response open(String username, Caller caller);
}
