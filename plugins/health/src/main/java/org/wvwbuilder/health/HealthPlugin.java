package org.wvwbuilder.health;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.HealthCheck;
import org.wvwbuilder.plugin.OpenPlugin;
import org.wvwbuilder.plugin.Plugin;
import org.wvwbuilder.plugin.PluginContext;

/** Opens the plugin: two probes, three checks, and the resources that tell what they and the server found. */
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
        var contributions = new ArrayList<Contribution>();
        contributions.add(new Contribution.Resource(new HealthResource(server, readiness, context.clock())));
        contributions.add(new Contribution.Resource(new PluginsResource(server, context.id(), context.log())));
        contributions.add(new Contribution.Resource(new SettingsResource(server)));
        contributions.add(new Contribution.Resource(new JobsResource(server)));
        contributions.addAll(checks(context));
        return new Opened(List.copyOf(contributions), database, context.log());
    }

    /** What nobody else looks after; the database, the disk, the jobs and the plugins are the server's to watch. */
    private static List<Contribution> checks(PluginContext context) {
        var checks = new ArrayList<Contribution>();
        checks.add(new Contribution.Check("memory", new MemoryCheck()));
        checks.add(
                new Contribution.Check("clock", new ClockCheck(context.database(), context.clock(), System::nanoTime)));
        context.config(HealthSettings.class)
                .certificate()
                .map(name -> new CertificateCheck(name, context.clock()))
                .ifPresent(check -> checks.add(new Contribution.Check("certificate", check)));
        return checks;
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
