package org.wvwbuilder.server;

import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.boot.World;
import org.wvwbuilder.data.DataHost;
import org.wvwbuilder.http.HttpServer;
import org.wvwbuilder.kernel.ConfigurationFault;
import org.wvwbuilder.kernel.Databases;
import org.wvwbuilder.kernel.Hosts;
import org.wvwbuilder.kernel.Kernel;
import org.wvwbuilder.kernel.Surroundings;
import org.wvwbuilder.plugin.DatabaseCopies;

/** Plugins that were opened for one command, without anybody being served. */
record Rehearsed(Kernel kernel, Optional<DataHost> data) implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Rehearsed.class.getName());

    /** With every plugin that can be used. */
    static Rehearsed open(World world, Configuration configuration) throws Exception {
        var kernel = kernel(world, configuration);
        kernel.find();
        Logging.quiet();
        tellOf(kernel.refused());
        kernel.keep(commands -> true);
        return open(world, configuration, kernel);
    }

    /** With the plugin that brings a command; with none when none does. */
    static Rehearsed open(World world, Configuration configuration, String command) throws Exception {
        var kernel = kernel(world, configuration);
        if (!kernel.find(command)) {
            Logging.quiet();
            kernel.find();
            var refused = kernel.refused();
            kernel.keep(commands -> commands.contains(command));
            // The command may be one of theirs.
            if (kernel.platform().plugins().isEmpty()) tellOf(refused);
        } else if (kernel.needsDatabase()) {
            // Only what works with a database logs by way of a library, whose start costs as much as a small command.
            Logging.quiet();
        }
        return open(world, configuration, kernel);
    }

    private static void tellOf(List<String> refused) {
        if (refused.isEmpty()) return;
        LOG.log(
                Level.WARNING,
                "left out, as they cannot be used: {0}. 'gw2 plugins' says why.",
                String.join(", ", refused));
    }

    private static Kernel kernel(World world, Configuration configuration) {
        return new Kernel(surroundings(world, configuration, false), configuration.plugins(), configuration.settings());
    }

    private static Rehearsed open(World world, Configuration configuration, Kernel kernel) throws Exception {
        var carrying = new CommandRestore(configuration);
        kernel.lend(DatabaseCopies.class, new LateCopies(() -> {
            var all = kernel(world, configuration);
            all.find();
            return Assembly.copies(configuration, all, carrying);
        }));
        var problems = kernel.configure(Configuration.hostTables());
        if (!problems.isEmpty()) throw new ConfigurationFault(problems);
        HttpServer.lendRuntime();
        if (kernel.needsDatabase()) carrying.settle();
        var data = kernel.needsDatabase()
                ? Optional.of(DataHost.open(configuration.data(), configuration.database(), InstantSource.system()))
                : Optional.<DataHost>empty();
        try {
            kernel.open(data.<Databases>map(host -> host).orElseGet(NoDatabase::new));
            kernel.install(Hosts.idle());
            return new Rehearsed(kernel, data);
        } catch (RuntimeException e) {
            data.ifPresent(DataHost::close);
            throw e;
        }
    }

    static Surroundings surroundings(World world, Configuration configuration, boolean serving) {
        return new Surroundings(
                world.ground(),
                world.home().resolve("plugins"),
                configuration.pluginsDirectory(),
                configuration.data().directory(),
                configuration.logs().directory(),
                InstantSource.system(),
                Release.version(),
                serving,
                // In the server it would have to open the file of its own lock, and closing that again ends the lock.
                () -> serving ? Optional.empty() : Occupation.address(configuration));
    }

    @Override
    public void close() {
        kernel.close();
        data.ifPresent(DataHost::close);
    }
}
