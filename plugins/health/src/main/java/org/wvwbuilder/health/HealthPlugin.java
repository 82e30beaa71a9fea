package org.wvwbuilder.health;

import java.util.LinkedHashMap;
import java.util.List;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.HealthCheck;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginContext;

/** Opens the plugin: two probes, and the resources that tell what they and the server found. */
public final class HealthPlugin implements Plugin {

    @Override
    public OpenPlugin open(PluginContext context) {
        var database = new DatabaseProbe(context.database(), context.clock());
        var disk = new DiskProbe(context.directory());
        var probes = new LinkedHashMap<String, HealthCheck>();
        probes.put("database", database);
        probes.put("disk", disk);
        var server = new Server(context);
        var readiness = new Readiness(probes, server, context.clock());
        return new Opened(
                List.of(
                        new Contribution.Resource(new HealthResource(server, readiness, context.clock())),
                        new Contribution.Resource(new PluginsResource(server)),
                        new Contribution.Resource(new SettingsResource(server)),
                        new Contribution.Resource(new JobsResource(server))),
                database,
                context.log());
    }

    private record Opened(List<Contribution> contributions, DatabaseProbe database, System.Logger log)
            implements OpenPlugin {
        @Override
        public void close() {
            try {
                database.forget();
            } catch (Database.DatabaseException gone) {
                log.log(System.Logger.Level.DEBUG, "the probe's row stays behind", gone);
            }
        }
    }
}
