import org.wvwbuilder.builds.BuildsPlugin;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginModule;

/** Keeps builds: reads and writes the game's build links, serves the facts of the game, and stores what people save. */
@PluginModule(id = "builds", title = "Builds")
module org.wvwbuilder.builds {
    requires org.commonmark;
    requires org.wvwbuilder.plugin.api;

    provides Plugin with
            BuildsPlugin;
}
