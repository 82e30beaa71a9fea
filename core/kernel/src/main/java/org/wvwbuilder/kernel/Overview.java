package org.wvwbuilder.kernel;

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
        return plugins.get().stream().map(LoadedPlugin::status).toList();
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
