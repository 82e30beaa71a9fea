package org.wvwbuilder.kernel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Event;
import org.wvwbuilder.plugin.Platform;

/**
 * Leads the plugins through their states. Each phase runs for all plugins before the next begins, and a plugin that is
 * refused or misbehaves leaves the others alone.
 */
public final class Kernel implements AutoCloseable {
    private final Surroundings surroundings;
    private final PluginsConfig config;
    private final Binder binder;
    private final Settings settings;
    private final EventBus events = new EventBus();
    private final Offers offers = new Offers();
    private final HealthMonitor health;
    private final ConcurrentLinkedQueue<String> announcements = new ConcurrentLinkedQueue<>();
    private final Overview overview;
    private final Phases lead;
    private final Readings readings = new Readings();
    private final Watch watch;
    private volatile List<LoadedPlugin> plugins = List.of();
    private volatile List<SettingDescription> hostSettings = List.of();
    private Hosts hosts = Hosts.idle();
    private boolean partial;

    public Kernel(Surroundings surroundings, PluginsConfig config, Settings settings) {
        this.surroundings = surroundings;
        this.config = config;
        this.settings = settings;
        this.binder = new Binder(settings);
        this.lead = new Phases(surroundings, config);
        this.watch = new Watch(() -> plugins);
        this.health = new HealthMonitor(surroundings.clock(), this::complaints);
        this.overview = new Overview(surroundings, config, () -> plugins, health, this::settings);
        offers.lend(Platform.class, overview);
    }

    /** Lends something of the server's to the plugins. */
    public <T> void lend(Class<T> contract, T implementation) {
        offers.lend(contract, implementation);
    }

    /** What a running plugin's gauge shows now; empty when there is none, or it has nothing to show. */
    public OptionalDouble reading(String plugin, String gauge) {
        return readings.of(plugins, plugin, gauge);
    }

    /** Adds a health check of the server's own. */
    public void watch(Contribution.Check check) {
        health.watch(check);
    }

    /** Runs the health checks now; otherwise they run every few seconds. */
    public void examine() {
        health.round();
    }

    /** Tells the server's own side of every event, in the thread that publishes it. */
    public void listen(Consumer<? super Event> listener) {
        events.listen(listener);
    }

    /** Tells every subscriber of the event's type. */
    public void publish(Event event) {
        events.publish(event);
    }

    /** FOUND and RESOLVED: looks into the folders, and builds a layer for each plugin. No plugin code runs. */
    public void find() throws IOException {
        var found = lead.find();
        plugins = found;
        var claims = new Claims();
        for (var plugin : found) {
            lead.attempt(plugin, PluginState.REJECTED, () -> lead.resolve(plugin, claims));
        }
        // In each phase ours go first, so that what two plugins want is ours, and then who came first.
        plugins = found.stream()
                .sorted(Comparator.comparing(
                                (LoadedPlugin plugin) -> !plugin.candidate().bundled())
                        .thenComparing(plugin -> plugin.candidate().bundled() ? plugin.id() : ""))
                .toList();
        if (surroundings.serving()) lead.signatures().warn(health);
    }

    /**
     * The same for the one plugin that came with the distribution in a folder called as its command, the others left alone.
     * To build a layer for each costs a command more than its own work.
     *
     * @return false when there is none, or it may not be used; nothing is found then
     */
    public boolean find(String command) {
        var found = new Phases(surroundings, config).named(command);
        found.ifPresent(plugin -> plugins = List.of(plugin));
        partial = found.isPresent();
        return partial;
    }

    /** All that are installed and could be read, whether they run or not. */
    public List<TableOwner> owners() {
        return plugins.stream()
                .filter(plugin -> plugin.descriptor() != null)
                .<TableOwner>map(plugin -> plugin)
                .toList();
    }

    /** A plugin that got as far as having modules, by its id. */
    public Optional<PluginHandle> plugin(String id) {
        return plugins.stream()
                .filter(plugin -> plugin.layer() != null && plugin.id().equals(id))
                .<PluginHandle>map(plugin -> plugin)
                .findFirst();
    }

    /** The names of those that were refused so far. */
    public List<String> refused() {
        return plugins.stream()
                .filter(plugin -> plugin.state() == PluginState.REJECTED)
                .map(LoadedPlugin::id)
                .toList();
    }

    /** Leaves only some plugins, for a command that needs no more. */
    public void keep(Predicate<List<String>> commands) {
        var able = alive().size();
        plugins = plugins.stream()
                .filter(plugin ->
                        !plugin.ended() && commands.test(plugin.descriptor().commands()))
                .toList();
        partial = plugins.size() < able;
    }

    /** Whether any of the plugins keeps something in the database. */
    public boolean needsDatabase() {
        return alive().stream().anyMatch(plugin -> plugin.descriptor().database());
    }

    /**
     * CONFIGURED: binds each plugin's table; a plugin whose table is wrong is REJECTED.
     *
     * @param hostTables the tables that are not plugins'
     * @return what stops the server: unknown tables, and what is wrong in those of required plugins
     */
    public List<SettingProblem> configure(Set<String> hostTables) {
        var fatal = new ArrayList<SettingProblem>();
        for (var plugin : alive()) {
            var problems = lead.configure(plugin, binder, hostTables);
            if (config.required().contains(plugin.id())) fatal.addAll(problems);
        }
        // Who looked at some of the plugins only does not know the tables of the others.
        if (!partial) fatal.addAll(UnknownTables.among(settings, plugins, hostTables));
        return fatal;
    }

    /** MIGRATED and OPEN. */
    public void open(Databases databases) {
        for (var plugin : alive()) {
            lead.attempt(plugin, PluginState.FAILED, () -> {
                lead.migrate(plugin, databases);
            });
        }
        for (var plugin : alive()) {
            lead.attempt(
                    plugin,
                    PluginState.FAILED,
                    () -> lead.open(plugin, databases.of(plugin), new Lendings(events, offers, announcements::add)));
        }
    }

    /** RUNNING: hands every contribution to its host. */
    public void install(Hosts to) {
        hosts = to;
        for (var plugin : alive()) {
            lead.attempt(plugin, PluginState.FAILED, () -> {
                installation(plugin).install(plugin);
                plugin.running();
            });
        }
        if (!surroundings.serving()) return;
        health.start();
        watch.start();
    }

    /** Where third-party plugins are put and taken away. */
    public PluginShelf shelf() {
        return new PluginShelf(surroundings, config, plugins);
    }

    /** What there is to see from outside. */
    public Platform platform() {
        return overview;
    }

    /** How many events were dropped since the start, as a plugin was too slow for its own. */
    public long droppedEvents() {
        return events.dropped();
    }

    private List<Platform.CheckStatus> complaints() {
        return Overview.complaints(plugins);
    }

    /** The names of the commands that plugins bring, with the titles of the plugins. */
    public List<CommandName> commands() {
        return alive().stream()
                .flatMap(plugin -> plugin.descriptor().commands().stream()
                        .map(name -> new CommandName(name, plugin.id(), plugin.title())))
                .toList();
    }

    /** A command that some plugin brings, known without running its code. */
    public record CommandName(String name, String plugin, String title) {}

    /** The command of this name of a running plugin, with the plugin to call it in. */
    public Optional<PluginCommand> command(String name) {
        for (var plugin : plugins) {
            if (plugin.state() != PluginState.RUNNING) continue;
            for (var command : installation(plugin).commands()) {
                if (command.name().equals(name)) return Optional.of(new PluginCommand(plugin, command));
            }
        }
        return Optional.empty();
    }

    /** A command and the plugin that it runs in. */
    public record PluginCommand(PluginHandle plugin, Contribution.Command command) {}

    /** Everything that plugins offer under a contract, for commands of the server's own. */
    public <T> List<Lent<T>> offeredBy(Class<T> contract) {
        return offers.lent(contract);
    }

    /** An offer and the plugin that makes it. */
    public record Lent<T>(String owner, T implementation) {}

    /** Lets plugins see what is set for the hosts, beside their own settings. */
    public void tell(List<SettingDescription> settingsOfHosts) {
        hostSettings = List.copyOf(settingsOfHosts);
    }

    /** The settings that were told, and every plugin's, with the values in force. */
    public List<SettingDescription> settings() {
        var ofPlugins = plugins.stream()
                .filter(plugin -> plugin.descriptor() != null)
                .flatMap(plugin -> binder
                        .describe(
                                plugin.descriptor().table(), plugin.descriptor().config())
                        .stream());
        return Stream.concat(hostSettings.stream(), ofPlugins).toList();
    }

    /** Takes what plugins told the operator since the last call. */
    public List<String> announcements() {
        var lines = new ArrayList<String>();
        for (var line = announcements.poll(); line != null; line = announcements.poll()) lines.add(line);
        return lines;
    }

    /** Withdraws everything, then closes the plugins in the opposite order of their opening. */
    @Override
    public void close() {
        health.close();
        watch.close();
        for (var plugin : plugins.reversed()) {
            if (plugin.state() == PluginState.RUNNING) installation(plugin).withdraw(plugin);
        }
        lead.close(plugins.reversed());
    }

    private Installation installation(LoadedPlugin plugin) {
        return Installation.of(plugin, hosts, events, offers, health);
    }

    private List<LoadedPlugin> alive() {
        return plugins.stream().filter(plugin -> !plugin.ended()).toList();
    }
}
