package org.wvwbuilder.health;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Platform;
import org.wvwbuilder.plugin.Roles;

/** The plugins and how far each came. */
@Path("plugins")
public final class PluginsResource {
    private final Server server;

    PluginsResource(Server server) {
        this.server = server;
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Doc("Every plugin that was found, those that do not run with the reason and the remedy.")
    public Page<Platform.PluginStatus> list() {
        return new Page<>(server.platform().plugins());
    }
}
