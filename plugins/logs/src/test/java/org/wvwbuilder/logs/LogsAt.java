package org.wvwbuilder.logs;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.wvwbuilder.plugin.Platform;

/** A server of which nothing is known but where its logs are. */
record LogsAt(Path logs) implements Platform {
    @Override
    public String version() {
        return "1.0.0-test";
    }

    @Override
    public Instant startedAt() {
        return Instant.EPOCH;
    }

    @Override
    public List<PluginStatus> plugins() {
        return List.of();
    }

    @Override
    public List<PluginStatus> missing() {
        return List.of();
    }

    @Override
    public List<PanelStatus> panels() {
        return List.of();
    }

    @Override
    public HealthReport health() {
        return new HealthReport("ok", Instant.EPOCH, List.of());
    }

    @Override
    public List<SettingStatus> settings() {
        return List.of();
    }
}
