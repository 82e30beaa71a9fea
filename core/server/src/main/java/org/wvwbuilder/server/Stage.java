package org.wvwbuilder.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.wvwbuilder.boot.LateLoggerFinder;
import org.wvwbuilder.boot.World;
import org.wvwbuilder.cli.Backstage;
import org.wvwbuilder.cli.Exit;
import org.wvwbuilder.cli.Findings;
import org.wvwbuilder.cli.Launch;
import org.wvwbuilder.data.DataHost;
import org.wvwbuilder.data.OriginalFile;
import org.wvwbuilder.kernel.ConfigurationFault;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.kernel.Kernel;
import org.wvwbuilder.kernel.PluginShelf;
import org.wvwbuilder.kernel.SettingDescription;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.DemoData;
import org.wvwbuilder.plugin.Importer;
import org.wvwbuilder.plugin.Jobs;
import org.wvwbuilder.plugin.Platform;
import org.wvwbuilder.plugin.Subcommand.CommandFailure;
import org.wvwbuilder.scheduling.JobLedger;

/** Does for the commands what needs the rest of the server. */
record Stage(World world) implements Backstage {

    @Override
    public String version() {
        return Release.version();
    }

    @Override
    public int serve(Launch launch) throws Exception {
        return new Server(world, Configuration.read(world, launch)).run();
    }

    @Override
    public List<SettingDescription> configuration(Launch launch) throws ConfigurationFault {
        var configuration = Configuration.read(world, launch);
        var all = new ArrayList<>(configuration.describe());
        all.addAll(found(world, configuration).settings());
        all.sort(Comparator.comparing(SettingDescription::key));
        return all;
    }

    @Override
    public List<Platform.PluginStatus> plugins(Launch launch) throws ConfigurationFault {
        var configuration = Configuration.read(world, launch);
        var kernel = found(world, configuration);
        kernel.configure(Configuration.hostTables());
        return kernel.platform().plugins();
    }

    @Override
    public PluginShelf shelf(Launch launch) throws ConfigurationFault {
        var configuration = Configuration.read(world, launch);
        var kernel = found(world, configuration);
        kernel.configure(Configuration.hostTables());
        return kernel.shelf();
    }

    @Override
    public List<PluginCommand> commands(Launch launch) throws ConfigurationFault {
        return found(world, Configuration.read(world, launch)).commands().stream()
                .map(command -> new PluginCommand(command.name(), command.plugin(), command.title()))
                .toList();
    }

    @Override
    public Whereabouts whereabouts(Launch launch) throws ConfigurationFault {
        var configuration = Configuration.read(world, launch);
        var data = configuration.data().directory();
        var seen = Occupation.look(data);
        var since = seen.told().filter(told -> told.address().isPresent()).map(Occupation.Told::since);
        var address = Occupation.address(configuration);
        var url = configuration.database().url();
        var file = data.resolve(DataHost.SQLITE_FILE);
        return new Whereabouts(
                address,
                seen.lock(),
                seen.told().flatMap(Occupation.Told::pid),
                since,
                url.map(Stage::withoutSecrets).orElse(file.toString()),
                url.isPresent() ? Optional.empty() : Optional.of(file),
                data,
                configuration.logs().directory(),
                data.resolve(BulletinBoard.FILE));
    }

    @Override
    public <T> T withJobs(Launch launch, Work<Jobs, T> work) throws Exception {
        Logging.quiet();
        var configuration = Configuration.read(world, launch);
        new CommandRestore(configuration).settle();
        try (var data = DataHost.open(configuration.data(), configuration.database(), InstantSource.system())) {
            return work.with(JobLedger.of(data, InstantSource.system()));
        }
    }

    @Override
    public <T> T withRemains(Launch launch, Optional<String> leaving, Work<Remains, T> work) throws Exception {
        Logging.quiet();
        var configuration = Configuration.read(world, launch);
        var plugins = Leftovers.plugins(world, configuration, leaving);
        new CommandRestore(configuration).settle();
        try (var data = DataHost.open(configuration.data(), configuration.database(), InstantSource.system())) {
            return work.with(Leftovers.of(world, configuration, plugins, data));
        }
    }

    @Override
    public void examine(Launch launch, Findings findings) {
        new Doctor(world, launch, findings).examine();
    }

    @Override
    public <T> Optional<T> withCommand(Launch launch, String name, Work<Contribution.Command, T> work)
            throws Exception {
        try (var rehearsal = Rehearsed.open(world, Configuration.read(world, launch), name)) {
            if (rehearsal.kernel().platform().plugins().isEmpty()) return Optional.empty();
            var found = rehearsal.kernel().command(name).orElseThrow(() -> refusal(rehearsal.kernel(), name));
            // What a command answers are records of the plugin, and --json prints what is in them.
            for (var packageName : found.plugin().module().getPackages()) {
                found.plugin().open(packageName, Backstage.class.getModule());
            }
            return Optional.of(found.plugin().call(() -> work.with(found.command())));
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof Fault fault) throw fault;
            throw e;
        }
    }

    @Override
    public <T> T withDemoData(Launch launch, Work<List<DemoOffer>, T> work) throws Exception {
        try (var rehearsal = Rehearsed.open(world, Configuration.read(world, launch))) {
            return work.with(rehearsal.kernel().offeredBy(DemoData.class).stream()
                    .map(lent -> new DemoOffer(lent.owner(), lent.implementation()))
                    .toList());
        }
    }

    @Override
    public <T> T withOriginal(Launch launch, Path file, Work<Takeover, T> work) throws Exception {
        Logging.quiet();
        var configuration = Configuration.read(world, launch);
        Files.createDirectories(configuration.data().directory());
        try (var original = original(file, configuration.data().directory());
                var rehearsal = Rehearsed.open(world, configuration)) {
            var importers = rehearsal.kernel().offeredBy(Importer.class).stream()
                    .map(lent -> new ImportOffer(lent.owner(), lent.implementation()))
                    .toList();
            return work.with(new Takeover(original.tables(), new OriginalRows(original), importers));
        }
    }

    private static OriginalFile original(Path file, Path beside) throws CommandFailure {
        try {
            return OriginalFile.open(file, beside);
        } catch (IOException refused) {
            throw new CommandFailure(Exit.FAILED, refused.getMessage());
        }
    }

    /** The commands know no database. */
    private record OriginalRows(OriginalFile file) implements Rows {
        @Override
        public long count(String table) {
            return file.rows(table);
        }

        @Override
        public void each(String table, Consumer<Map<String, Object>> reading) {
            file.each(table, reading);
        }
    }

    /** What the kernel thinks of the folders is the answer, not something to log. */
    static Kernel found(World world, Configuration configuration) {
        LateLoggerFinder.use(Silence::new);
        try {
            var kernel = new Kernel(
                    Rehearsed.surroundings(world, configuration, false),
                    configuration.plugins(),
                    configuration.settings());
            kernel.find();
            return kernel;
        } catch (IOException e) {
            throw new UncheckedIOException("the folders of plugins cannot be read: check their permissions", e);
        }
    }

    private static Fault refusal(Kernel kernel, String command) {
        return kernel.platform().plugins().stream()
                .filter(plugin -> !plugin.reason().isEmpty())
                .findFirst()
                .map(plugin ->
                        new Fault("The plugin " + plugin.id() + " cannot be used: " + plugin.reason(), plugin.remedy()))
                .orElseGet(() -> new Fault("No plugin brings the command " + command + ".", "See 'gw2 plugins'."));
    }

    private static String withoutSecrets(String url) {
        return url.replaceAll("//[^/@]*@", "//").replaceAll("\\?.*", "");
    }
}
