import org.wvwbuilder.health.HealthPlugin;
import org.wvwbuilder.health.HealthSettings;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginModule;

/**
 * Shows operators and load balancers how the server is: its health and readiness, its plugins, its jobs. Looks
 * itself at the memory, the clock and the certificate, and whether the database and the disk can be used; everything else
 * is asked of the server.
 */
@PluginModule(id = "health", title = "Health", config = HealthSettings.class)
module org.wvwbuilder.health {
    requires java.management;
    requires org.wvwbuilder.plugin.api;

    provides Plugin with
            HealthPlugin;
}
