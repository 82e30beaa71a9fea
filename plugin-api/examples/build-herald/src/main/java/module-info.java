import com.example.buildherald.BuildHerald;
import org.wvwbuilder.plugin.PluginModule;

/** Keeps the newest public builds of the guild, for a notice board or a chat bot. */
@PluginModule(id = "build-herald", title = "Build herald", config = BuildHerald.Config.class)
module com.example.buildherald {
    requires org.wvwbuilder.plugin.api;

    provides org.wvwbuilder.plugin.Plugin with
            BuildHerald;
}
