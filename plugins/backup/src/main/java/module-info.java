import org.wvwbuilder.backup.BackupPlugin;
import org.wvwbuilder.backup.BackupSettings;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginModule;

/**
 * Keeps backups: makes them, proves them by a drill, keeps as many as the operator wants, copies them elsewhere and brings
 * them back. The one library for JSON is small, and the plugin's own: it reads what a backup says of itself. It keeps
 * nothing in the database, so that a backup can be restored when the database is broken or gone.
 */
@PluginModule(
        id = "backup",
        title = "Backup",
        config = BackupSettings.class,
        commands = {"backup", "restore"},
        database = false)
module org.wvwbuilder.backup {
    requires com.fasterxml.jackson.jr.ob;
    requires java.net.http;
    requires java.xml;
    requires org.wvwbuilder.plugin.api;

    provides Plugin with
            BackupPlugin;
}
