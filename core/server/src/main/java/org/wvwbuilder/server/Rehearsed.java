package org.wvwbuilder.server;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.wvwbuilder.boot.World;
import org.wvwbuilder.data.DataHost;
import org.wvwbuilder.http.HttpServer;
import org.wvwbuilder.kernel.ConfigurationFault;
import org.wvwbuilder.kernel.Databases;
import org.wvwbuilder.kernel.Hosts;
import org.wvwbuilder.kernel.Kernel;
import org.wvwbuilder.kernel.Surroundings;
import org.wvwbuilder.plugin.DatabaseCopies;
import org.wvwbuilder.plugin.LogFolder;

/** Plugins that were opened for one command, without anybody being served. */
record Rehearsed(Kernel kernel, Optional<DataHost> data) implements AutoCloseable {

    /** @param commands picks plugins by the commands that they name */
    static Rehearsed open(World world, Configuration configuration, Predicate<List<String>> commands) throws Exception {
        var kernel = new Kernel(
                surroundings(world, configuration, false), configuration.plugins(), configuration.settings());
        kernel.find();
        var carrying = new CommandRestore(configuration);
        kernel.lend(DatabaseCopies.class, Assembly.copies(configuration, kernel, carrying));
        kernel.keep(commands);
        var problems = kernel.configure(Configuration.hostTables());
        if (!problems.isEmpty()) throw new ConfigurationFault(problems);
        HttpServer.lendRuntime();
        kernel.lend(LogFolder.class, configuration.logs()::directory);
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
