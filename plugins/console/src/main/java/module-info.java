import org.wvwbuilder.plugin.PluginModule;

/**
 * The web console: the site at {@code /}, the list of panels that every plugin brings, and the pages of operation. What
 * it serves is made at build time from {@code src/main/web}.
 */
@PluginModule(id = "console", title = "Web console")
module org.wvwbuilder.console {
    requires org.wvwbuilder.plugin.api;

    provides org.wvwbuilder.plugin.Plugin with
            org.wvwbuilder.console.Console;
}
