import org.wvwbuilder.loadtest.LoadTestPlugin;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginModule;

/**
 * Measures how a server bears load, as {@code gw2 loadtest}. It is a plugin so that its libraries are its own and cost the
 * other commands nothing, and it keeps nothing in the database, so that it also measures a server elsewhere.
 */
@PluginModule(id = "loadtest", title = "Load test", commands = "loadtest", database = false)
module org.wvwbuilder.loadtest {
    requires HdrHistogram;
    requires com.fasterxml.jackson.jr.ob;
    requires org.wvwbuilder.plugin.api;

    provides Plugin with
            LoadTestPlugin;
}
