package org.wvwbuilder.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wvwbuilder.boot.World;
import org.wvwbuilder.cli.Launch;
import org.wvwbuilder.data.DataConfig;
import org.wvwbuilder.data.DatabaseConfig;
import org.wvwbuilder.http.HttpConfig;
import org.wvwbuilder.kernel.Binder;
import org.wvwbuilder.kernel.ConfigurationFault;
import org.wvwbuilder.kernel.PluginsConfig;
import org.wvwbuilder.kernel.SettingDescription;
import org.wvwbuilder.kernel.SettingProblem;
import org.wvwbuilder.kernel.Settings;

/** The server's own tables, bound; those of plugins are the kernel's business. */
record Configuration(
        Settings settings,
        HttpConfig http,
        DataConfig data,
        DatabaseConfig database,
        LogsConfig logs,
        PluginsConfig plugins) {

    /** The tables that are not plugins', in the order in which {@code gw2 config} prints them. */
    private static final Map<String, Class<? extends Record>> TABLES = tables();

    /** @throws ConfigurationFault with the problems of all tables, those of plugins too once the server's own have any */
    static Configuration read(World world, Launch launch) throws ConfigurationFault {
        var settings = settings(world, launch);
        var problems = new ArrayList<SettingProblem>();
        var configuration = bind(settings, problems);
        if (problems.isEmpty()) return configuration;
        problems.addAll(configuration.problemsOfPlugins(world));
        throw new ConfigurationFault(problems);
    }

    /**
     * As much of the configuration as can be read, for a look at what is wrong.
     *
     * @param problems takes what is wrong with it
     */
    static Configuration readable(World world, Launch launch, List<SettingProblem> problems) {
        try {
            return bind(settings(world, launch), problems);
        } catch (ConfigurationFault unreadable) {
            problems.addAll(unreadable.problems());
            return defaults(world);
        }
    }

    private static Configuration defaults(World world) {
        try {
            return bind(new Settings(Map.of(), "etc/gw2.toml", Map.of(), Map.of(), world.base()), new ArrayList<>());
        } catch (ConfigurationFault impossible) {
            throw new IllegalStateException("the defaults are valid", impossible);
        }
    }

    /** A table with problems has its defaults, so that the others can still be judged. */
    private static Configuration bind(Settings settings, List<SettingProblem> problems) throws ConfigurationFault {
        var defaults = new Binder(new Settings(Map.of(), settings.fileName(), Map.of(), Map.of(), settings.base()));
        var bound = new LinkedHashMap<String, Record>();
        for (var table : TABLES.entrySet()) {
            try {
                bound.put(table.getKey(), new Binder(settings).bind(table.getKey(), table.getValue()));
            } catch (ConfigurationFault e) {
                problems.addAll(e.problems());
                bound.put(table.getKey(), defaults.bind(table.getKey(), table.getValue()));
            }
        }
        return new Configuration(
                settings,
                (HttpConfig) bound.get("http"),
                (DataConfig) bound.get("data"),
                (DatabaseConfig) bound.get("database"),
                (LogsConfig) bound.get("logs"),
                (PluginsConfig) bound.get("plugins"));
    }

    private List<SettingProblem> problemsOfPlugins(World world) {
        return Stage.found(world, this).configure(hostTables());
    }

    /** The folder of third-party plugins. */
    Path pluginsDirectory() {
        return plugins.directory().orElse(data.directory().resolve("plugins"));
    }

    static java.util.Set<String> hostTables() {
        return TABLES.keySet();
    }

    /** Every key of the server's own with its value in force. */
    List<SettingDescription> describe() {
        var binder = new Binder(settings);
        return TABLES.entrySet().stream()
                .flatMap(table -> binder.describe(table.getKey(), table.getValue()).stream())
                .toList();
    }

    private static Settings settings(World world, Launch launch) throws ConfigurationFault {
        var path = launch.file().orElseGet(() -> standard(world));
        if (launch.file().isPresent() && !Files.exists(path)) {
            throw new ConfigurationFault(List.of(new SettingProblem(
                    "--config", "command line", "the file " + path + " does not exist: check its name")));
        }
        var values = new SettingsFile(path).read();
        return new Settings(values, path.toString(), System.getenv(), launch.overrides(), world.base());
    }

    /** The operator's own file beside the data goes before the one that was shipped. */
    private static Path standard(World world) {
        var named = System.getenv("GW2_CONFIG");
        if (named != null) return world.base().resolve(named);
        var own = world.base().resolve("etc/gw2.toml");
        return Files.exists(own) ? own : world.home().resolve("etc/gw2.toml");
    }

    private static Map<String, Class<? extends Record>> tables() {
        var tables = new LinkedHashMap<String, Class<? extends Record>>();
        tables.put("http", HttpConfig.class);
        tables.put("data", DataConfig.class);
        tables.put("database", DatabaseConfig.class);
        tables.put("logs", LogsConfig.class);
        tables.put("plugins", PluginsConfig.class);
        return tables;
    }
}
