package org.wvwbuilder.health;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Platform;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Scoped;
import org.wvwbuilder.plugin.Scopes;

/** The plugins: how far each came, what it does, and whether the next start uses it. */
@Path("plugins")
public final class PluginsResource {
    private final Server server;
    private final String own;
    private final System.Logger log;

    /** @param own the id of the plugin that answers here */
    PluginsResource(Server server, String own, System.Logger log) {
        this.server = server;
        this.own = own;
        this.log = log;
    }

    @Doc("A plugin that was found.")
    public record PluginView(
            String id,
            String title,
            @Doc("Of its module, or empty.") String version,

            @Doc("RUNNING, DISABLED, REJECTED (none of its code ran), FAILED (it misbehaved), or a step on the way.")
            String state,

            @Doc("Whether it came with the server.") boolean bundled,
            @Doc("Why it does not run, or empty.") String reason,
            @Doc("What to do about it, or empty.") String remedy,
            @Doc("How many of each kind it contributes.") Map<String, Integer> contributions,

            @Doc("Whose trusted key signed it; empty when nobody did.")
            String signedBy,

            @Doc("Whether the next start of the server uses it.")
            boolean startsNext,

            @Doc("Whether it may be switched on and off here.")
            boolean switchable,

            @Doc("What it does; null when it cannot be called.")
            Optional<Platform.PluginActivity> activity) {}

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Doc("Every plugin that was found, with what it does; those that do not run with the reason and the remedy.")
    public Page<PluginView> list() {
        return new Page<>(server.platform().plugins().stream().map(this::view).toList());
    }

    @POST
    @Path("{id}/enable")
    @RolesAllowed(Roles.ADMIN)
    @Scoped(Scopes.PERSON)
    @Doc(
            value = "Has the server use a plugin from its next start on; this server only, when there are several.",
            problems = {404, 409})
    public PluginView enable(@PathParam("id") String id, @Context Caller caller) {
        return turn(id, true, caller);
    }

    @POST
    @Path("{id}/disable")
    @RolesAllowed(Roles.ADMIN)
    @Scoped(Scopes.PERSON)
    @Doc(
            value =
                    "Has the server do without a plugin from its next start on; this server only, when there are several.",
            problems = {404, 409})
    public PluginView disable(@PathParam("id") String id, @Context Caller caller) {
        return turn(id, false, caller);
    }

    private PluginView turn(String id, boolean wanted, Caller caller) {
        var status = status(id);
        if (!wanted && !switchable(status)) {
            throw new Problem(
                    409,
                    "plugin-needed",
                    "The server does not start without this plugin, or nobody could switch it on again here: if you"
                            + " want that, 'gw2 plugins disable " + id + "' on the server says how it is.");
        }
        if (server.platform().startWith(id, wanted)) {
            log.log(
                    Level.WARNING,
                    "the plugin {0} was switched {1} by {2}; it takes effect at the next start",
                    id,
                    wanted ? "on" : "off",
                    caller.user().name());
        }
        return view(status(id));
    }

    private Platform.PluginStatus status(String id) {
        return server.platform().plugins().stream()
                .filter(plugin -> plugin.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("The plugin"));
    }

    private PluginView view(Platform.PluginStatus status) {
        var standing = server.platform().standing(status.id());
        return new PluginView(
                status.id(),
                status.title(),
                status.version(),
                status.state(),
                status.bundled(),
                status.reason(),
                status.remedy(),
                status.contributions(),
                standing.map(Platform.PluginStanding::signedBy).orElse(""),
                standing.map(Platform.PluginStanding::startsNext).orElse(true),
                switchable(status),
                server.platform().activity(status.id()));
    }

    /** Whoever switched these off here would have locked the door from outside. */
    private boolean switchable(Platform.PluginStatus status) {
        var needed = status.id().equals(own)
                || status.contributions().containsKey("authentication")
                || status.contributions().containsKey("site");
        var required = server.platform()
                .standing(status.id())
                .map(Platform.PluginStanding::required)
                .orElse(false);
        return !needed && !required;
    }
}
