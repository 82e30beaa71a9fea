#set( $title = $artifactId.substring(0, 1).toUpperCase() + $artifactId.substring(1).replace("-", " ") )
import ${package}.NotesPlugin;
import org.wvwbuilder.plugin.PluginModule;

/** Notes of the guild, for its members. */
@PluginModule(
        id = "${artifactId}",
        title = "${title}",
        config = NotesPlugin.Config.class,
        commands = "${artifactId}")
module ${package} {
    requires org.wvwbuilder.plugin.api;

    provides org.wvwbuilder.plugin.Plugin with
            NotesPlugin;
}
