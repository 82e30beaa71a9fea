package org.wvwbuilder.server;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wvwbuilder.boot.World;
import org.wvwbuilder.data.Copies;
import org.wvwbuilder.data.DataHost;
import org.wvwbuilder.http.HttpServer;
import org.wvwbuilder.kernel.ConfigurationFault;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.kernel.Hosts;
import org.wvwbuilder.kernel.Kernel;
import org.wvwbuilder.kernel.SettingProblem;
import org.wvwbuilder.kernel.Surroundings;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.DatabaseCopies;
import org.wvwbuilder.plugin.Jobs;
import org.wvwbuilder.plugin.Platform.PluginStatus;
import org.wvwbuilder.scheduling.SchedulingHost;

/** Which hosts there are, and who is given what. The plugins are at work in it, and nobody is served yet. */
record Assembly(Kernel kernel, HttpServer http) {
    private static final System.Logger LOG = System.getLogger(Assembly.class.getName());

    /** @param closing takes what must be closed, also when this fails halfway */
    static Assembly of(World world, Configuration configuration, Closing closing)
            throws ConfigurationFault, Fault, IOException {
        return of(Rehearsed.surroundings(world, configuration, true), configuration, closing);
    }

    /** The same where somebody else says where it works, and what the time is. */
    static Assembly of(Surroundings surroundings, Configuration configuration, Closing closing)
            throws ConfigurationFault, Fault, IOException {
        var kernel = new Kernel(surroundings, configuration.plugins(), configuration.settings());
        kernel.find();
        var copies = copies(configuration, kernel, Assembly::later);
        kernel.lend(DatabaseCopies.class, copies);
        var problems = kernel.configure(Configuration.hostTables());
        if (!problems.isEmpty()) throw new ConfigurationFault(problems);
        kernel.tell(configuration.describe());
        StrayVariables.in(System.getenv().keySet(), kernel.settings()).forEach(line -> LOG.log(Level.WARNING, line));
        var data = closing.add(
                "the database", DataHost.open(configuration.data(), configuration.database(), surroundings.clock()));
        copies.sweep();
        data.checks().forEach((name, check) -> kernel.watch(new Contribution.Check(name, check)));
        var scheduling = closing.add("the jobs", SchedulingHost.of(data, surroundings.clock()));
        kernel.watch(new Contribution.Check("jobs", scheduling.check()));
        scheduling.install(data.jobs());
        kernel.lend(Jobs.class, scheduling);
        closing.add("the plugins", kernel);
        var http = new HttpServer(configuration.http(), Release.version());
        HttpServer.lendRuntime();
        kernel.open(data);
        kernel.install(new Hosts(
                http.resources(), scheduling, http.gauges(), http.panels(), http.sites(), http.authentication()));
        Measures.show(http, kernel, data, scheduling);
        scheduling.start();
        var folder = configuration.data().directory();
        closing.add("the bulletin", BulletinBoard.start(folder, kernel, data, scheduling));
        return new Assembly(kernel, http);
    }

    /** What backups need; to be made before the kernel leaves plugins out. */
    static Copies copies(Configuration configuration, Kernel kernel, Copies.Carrying carrying) throws Fault {
        var owners = Stream.concat(kernel.owners().stream(), Stream.of(SchedulingHost.owner()))
                .toList();
        return Copies.of(
                configuration.data(),
                configuration.database(),
                InstantSource.system(),
                Release.version(),
                owners,
                carrying);
    }

    /** The server sees the note in its data folder, starts again and carries it out. */
    private static DatabaseCopies.Restored later() {
        return new DatabaseCopies.Restored(
                "",
                InstantSource.system().instant(),
                DatabaseCopies.Restored.Outcome.PENDING,
                "the server starts again in a moment, with the backup's database",
                Optional.empty());
    }

    /** Why a server without its required plugins does not start. */
    static List<SettingProblem> explain(List<PluginStatus> missing) {
        return missing.stream()
                .map(plugin -> new SettingProblem(
                        "plugins.required",
                        plugin.id(),
                        "the plugin is " + plugin.state() + ": " + Fault.sentence(plugin.reason(), plugin.remedy())))
                .toList();
    }
}
