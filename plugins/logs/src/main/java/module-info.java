import org.wvwbuilder.logs.LogsPlugin;
import org.wvwbuilder.logs.LogsSettings;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginModule;

/**
 * Reads the logs: the server's own, nginx's and the journal's, for administrators, for {@code gw2 logs} and for rules that
 * raise an alert. It keeps nothing in the database, so that its command works when the database does not. Its id is not
 * {@code logs}: that table of the settings belongs to the server, which writes them.
 */
@PluginModule(id = "log-monitor", title = "Logs", config = LogsSettings.class, commands = "logs", database = false)
module org.wvwbuilder.logs {
    requires org.wvwbuilder.plugin.api;

    provides Plugin with
            LogsPlugin;
}
