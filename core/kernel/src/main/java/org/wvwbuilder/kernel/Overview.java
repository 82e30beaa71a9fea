package org.wvwbuilder.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Platform;
import org.wvwbuilder.plugin.Problem;

/** The server as plugins and the log see it: what runs, what does not, and why. Changes nothing. */
final class Overview implements Platform {
    private final Surroundings surroundings;
    private final PluginsConfig config;
    private final Supplier<List<LoadedPlugin>> plugins;
    private final HealthMonitor health;
    private final Supplier<List<SettingDescription>> settings;
    private final Instant startedAt;

    Overview(
            Surroundings surroundings,
            PluginsConfig config,
            Supplier<List<LoadedPlugin>> plugins,
            HealthMonitor health,
            Supplier<List<SettingDescription>> settings) {
        this.surroundings = surroundings;
        this.config = config;
        this.plugins = plugins;
        this.health = health;
        this.settings = settings;
        this.startedAt = surroundings.clock().instant();
    }

    @Override
    public List<PluginStatus> missing() {
        var missing = new ArrayList<PluginStatus>();
        for (var id : config.required()) {
            var plugin = plugins.get().stream().filter(p -> p.id().equals(id)).findFirst();
            if (plugin.isEmpty()) {
                missing.add(new PluginStatus(
                        id,
                        id,
                        "",
                        "MISSING",
                        false,
                        "there is no folder with this plugin",
                        "Install it, or take it out of plugins.required.",
                        Map.of()));
            } else if (plugin.get().state() != PluginState.RUNNING) {
                missing.add(plugin.get().status());
            }
        }
        return missing;
    }

    @Override
    public String version() {
        return surroundings.version();
    }

    @Override
    public Optional<URI> address() {
        return surroundings.address().get();
    }

    @Override
    public Path logs() {
        return surroundings.logs();
    }

    @Override
    public Instant startedAt() {
        return startedAt;
    }

    @Override
    public List<PluginStatus> plugins() {
        return plugins.get().stream()
                .sorted(Comparator.comparing(LoadedPlugin::id))
                .map(LoadedPlugin::status)
                .toList();
    }

    @Override
    public Optional<PluginActivity> activity(String id) {
        if (!surroundings.serving()) return Optional.empty();
        return found(id).filter(plugin -> plugin.layer() != null).map(LoadedPlugin::activity);
    }

    @Override
    public Optional<PluginStanding> standing(String id) {
        return found(id)
                .map(plugin -> new PluginStanding(
                        plugin.signedBy(), startsNext(plugin), config.required().contains(id)));
    }

    /** Where that cannot be read, the next start has something else to complain about. */
    private boolean startsNext(LoadedPlugin plugin) {
        var names = List.of(plugin.id(), plugin.candidate().name());
        try {
            var off = Switches.in(surroundings.data()).off();
            return names.stream()
                    .noneMatch(name -> off.contains(name) || config.disabled().contains(name));
        } catch (Fault unreadable) {
            return plugin.state() != PluginState.DISABLED;
        }
    }

    @Override
    public synchronized boolean startWith(String id, boolean wanted) {
        if (found(id).isEmpty()) throw Problem.notFound("The plugin");
        var shelf = new PluginShelf(surroundings, config, plugins.get());
        try {
            return wanted ? shelf.enable(id) : shelf.disable(id);
        } catch (Fault refused) {
            throw new Problem(409, "plugin-settled", refused.sentence());
        } catch (IOException failed) {
            throw new UncheckedIOException("which plugins are switched off could not be written down", failed);
        }
    }

    private Optional<LoadedPlugin> found(String id) {
        return plugins.get().stream().filter(plugin -> plugin.id().equals(id)).findFirst();
    }

    /** What the server itself has to say about its plugins, for the health. */
    static List<CheckStatus> complaints(List<LoadedPlugin> plugins) {
        var complaints = new ArrayList<CheckStatus>();
        var now = System.nanoTime();
        for (var plugin : plugins) {
            if (plugin.state() == PluginState.REJECTED || plugin.state() == PluginState.FAILED) {
                var why = "the plugin is " + plugin.state() + ": "
                        + Fault.sentence(
                                plugin.status().reason(), plugin.status().remedy());
                complaints.add(new CheckStatus(plugin.id(), "plugin", "degraded", why, 0));
            }
            plugin.calls()
                    .complaint(now)
                    .ifPresent(why -> complaints.add(new CheckStatus(plugin.id(), "calls", "degraded", why, 0)));
        }
        return complaints;
    }

    @Override
    public List<PanelStatus> panels() {
        return plugins.get().stream()
                .filter(plugin -> plugin.state() == PluginState.RUNNING)
                .flatMap(plugin -> plugin.contributions().stream()
                        .filter(Contribution.Panel.class::isInstance)
                        .map(Contribution.Panel.class::cast)
                        .map(panel -> new PanelStatus(plugin.id(), WebFiles.address(plugin, panel.script()), panel)))
                .sorted(Comparator.comparingInt(
                        (PanelStatus status) -> status.panel().order()))
                .toList();
    }

    @Override
    public HealthReport health() {
        return health.report();
    }

    @Override
    public List<SettingStatus> settings() {
        return settings.get().stream()
                .map(setting -> new SettingStatus(
                        setting.key(), setting.value(), setting.source(), setting.fallback(), setting.meaning()))
                .sorted(Comparator.comparing(SettingStatus::key))
                .toList();
    }
}
