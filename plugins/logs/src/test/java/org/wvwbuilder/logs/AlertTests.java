package org.wvwbuilder.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.logs.entry.Entry;
import org.wvwbuilder.logs.entry.Severity;
import org.wvwbuilder.plugin.HealthCheck.Health;
import org.wvwbuilder.plugin.event.LogAlert;

class AlertTests {
    @TempDir
    Path folder;

    private static Entry entry(Severity level, String message) {
        return Entry.of(java.util.Optional.empty(), level, "x", message);
    }

    @Test
    void anAlertIsToldOnceAndHoldsAsLongAsItsWindow() throws Exception {
        var rule = new AlertRule("application", "error", "disk", 3, Duration.ofMinutes(5));
        var world = new World(folder, Map.of("storm", rule), false);
        var watch = new AlertWatch(world, world.settings);
        for (var i = 0; i < 10; i++) watch.take("application", entry(Severity.ERROR, "other"));
        for (var i = 0; i < 10; i++) watch.take("application", entry(Severity.WARNING, "disk"));
        watch.take("application", entry(Severity.ERROR, "Disk 1"));
        watch.take("application", entry(Severity.ERROR, "Disk 2"));
        assertThat(watch.check()).isInstanceOf(Health.Up.class);
        for (var i = 3; i < 8; i++) watch.take("application", entry(Severity.ERROR, "Disk " + i));
        assertThat(world.events)
                .containsExactly(new LogAlert(
                        world.clock.instant(), "storm", "application", 3, Duration.ofMinutes(5), "Disk 3"));
        assertThat(watch.check()).isInstanceOf(Health.Degraded.class);
        world.clock.advance(Duration.ofSeconds(301));
        assertThat(watch.check()).isInstanceOf(Health.Up.class);
    }

    @Test
    void aRuleThatCannotHoldIsRefused() {
        assertThatThrownBy(() -> new AlertRule("/etc/passwd", "error", "", 1, Duration.ofMinutes(1)))
                .hasMessageContaining("application, access");
        assertThatThrownBy(() -> new AlertRule("access", "loud", "", 1, Duration.ofMinutes(1)))
                .hasMessageContaining("level must be");
    }
}
