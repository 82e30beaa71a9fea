package org.wvwbuilder.console;

import java.util.Set;
import org.wvwbuilder.plugin.Contribution.Panel;
import org.wvwbuilder.plugin.Contribution.Panel.Slot;
import org.wvwbuilder.plugin.Contribution.Resource;
import org.wvwbuilder.plugin.Contribution.Site;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.Platform;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Text;

/** The web console as a plugin. */
public final class Console implements Plugin {
    private static final Set<String> ADMINISTRATORS = Set.of(Roles.ADMIN);

    @Override
    public OpenPlugin open(PluginContext context) {
        return OpenPlugin.of(
                new Site("site"),
                new Resource(new PanelsResource(() -> context.find(Platform.class))),
                new Panel(
                        "server-health",
                        new Text("Server health", "Santé du serveur"),
                        Slot.HOME,
                        "panels/health-card.js",
                        "pulse",
                        ADMINISTRATORS,
                        10),
                new Panel(
                        "plugins",
                        new Text("Plugins and health", "Plugins et santé"),
                        Slot.ADMINISTRATION,
                        "panels/plugins.js",
                        "puzzle",
                        ADMINISTRATORS,
                        10),
                new Panel(
                        "jobs",
                        new Text("Jobs", "Tâches"),
                        Slot.ADMINISTRATION,
                        "panels/jobs.js",
                        "clock",
                        ADMINISTRATORS,
                        20),
                new Panel(
                        "settings",
                        new Text("Settings", "Réglages"),
                        Slot.ADMINISTRATION,
                        "panels/settings.js",
                        "sliders",
                        ADMINISTRATORS,
                        90));
    }
}
