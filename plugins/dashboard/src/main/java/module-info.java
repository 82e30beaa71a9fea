import org.wvwbuilder.dashboard.DashboardPlugin;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginModule;

/** Shows people what they have and what happened last, gathered from the plugins that offer it. */
@PluginModule(id = "dashboard", title = "Dashboard")
module org.wvwbuilder.dashboard {
    requires org.wvwbuilder.plugin.api;

    provides Plugin with
            DashboardPlugin;
}
