import org.wvwbuilder.builds.BuildsPlugin;
import org.wvwbuilder.builds.CatalogueSettings;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginModule;

/**
 * Keeps builds: reads and writes the game's build links, serves the facts of the game, and stores what people save. The
 * one library for JSON is small, and the plugin's own: it reads what the game's official API tells.
 */
@PluginModule(
        id = "builds",
        title = "Builds",
        table = "catalogue",
        config = CatalogueSettings.class,
        commands = "catalogue")
module org.wvwbuilder.builds {
    requires com.fasterxml.jackson.jr.ob;
    requires java.net.http;
    requires org.commonmark;
    requires org.wvwbuilder.plugin.api;

    provides Plugin with
            BuildsPlugin;
}
