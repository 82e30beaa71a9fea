package org.wvwbuilder.health;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Platform;
import org.wvwbuilder.plugin.Roles;

/** What is set, and where. */
@Path("settings")
public final class SettingsResource {
    private final Server server;

    SettingsResource(Server server) {
        this.server = server;
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Doc("Every setting with its value, where that comes from, its default and its meaning. Secrets are masked.")
    public Page<Platform.SettingStatus> list() {
        return new Page<>(server.platform().settings());
    }
}
