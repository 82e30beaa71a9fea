import org.wvwbuilder.health.HealthPlugin;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginModule;

/**
 * Shows operators and load balancers how the server is: its health and readiness, its plugins, its jobs. Knows nothing
 * itself but whether the database and the disk can be used; everything else is asked of the server.
 */
@PluginModule(id = "health", title = "Health")
module org.wvwbuilder.health {
    requires org.wvwbuilder.plugin.api;

    provides Plugin with
            HealthPlugin;
}
