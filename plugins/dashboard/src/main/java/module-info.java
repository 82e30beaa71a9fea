import org.wvwbuilder.dashboard.DashboardPlugin;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginModule;

/** Keeps a log of what happened, for each person and for the guild, and shows it with what people have. */
@PluginModule(id = "dashboard", title = "Dashboard")
module org.wvwbuilder.dashboard {
    requires org.wvwbuilder.plugin.api;

    provides Plugin with
            DashboardPlugin;
}
