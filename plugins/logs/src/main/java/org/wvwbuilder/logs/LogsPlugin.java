package org.wvwbuilder.logs;

import java.util.List;
import java.util.Set;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.Platform;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginContext;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Text;

/** Opens the plugin: the resource, the command and the alerts over the same sources. */
public final class LogsPlugin implements Plugin {

    @Override
    public OpenPlugin open(PluginContext context) {
        var settings = context.config(LogsSettings.class);
        var folder = context.find(Platform.class)
                .orElseThrow(() -> new IllegalStateException("the server does not say where its logs are: upgrade it"))
                .logs();
        var sources = new Sources(folder, settings);
        var watch = new AlertWatch(context, settings);
        if (context.serving()) watch.start(sources);
        return new Opened(
                List.of(
                        new Contribution.Resource(new LogsResource(sources)),
                        new LogsCommand(sources, context.clock()).command(),
                        new Contribution.Check("logs", watch),
                        new Contribution.Gauge("raised", "alerts", "Alerts of the logs since the start", watch::raised),
                        new Contribution.Panel(
                                "logs",
                                new Text("Logs", "Journaux"),
                                Contribution.Panel.Slot.ADMINISTRATION,
                                "logs.js",
                                "list",
                                Set.of(Roles.ADMIN),
                                30)),
                watch);
    }

    private record Opened(List<Contribution> contributions, AlertWatch watch) implements OpenPlugin {
        @Override
        public void close() {
            watch.close();
        }
    }
}
