package org.wvwbuilder.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Contribution.Panel;
import org.wvwbuilder.plugin.Contribution.Panel.Slot;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.plugin.Platform;
import org.wvwbuilder.plugin.Roles;
import org.wvwbuilder.plugin.Text;

class PanelsResourceTests {
    private final PanelsResource resource = new PanelsResource(() -> Optional.of(new Server(List.of(
            panel("zeta", "late", 20),
            panel("zeta", "secret", 10, Roles.ADMIN),
            panel("alpha", "squads", 10, Roles.COMMANDER),
            panel("alpha", "builds", 10)))));

    @Test
    void aVisitorSeesOnlyThePanelsForEverybody() {
        assertThat(ids(visitor())).containsExactly("builds", "late");
    }

    @Test
    void aCommanderSeesHisPanelsToo() {
        assertThat(ids(signedIn(Roles.COMMANDER))).containsExactly("builds", "squads", "late");
    }

    @Test
    void anAdministratorSeesAllInTheirOrderThenByPluginAndId() {
        assertThat(ids(signedIn(Roles.ADMIN))).containsExactly("builds", "squads", "secret", "late");
    }

    @Test
    void slotsAreWrittenInLowerCase() {
        assertThat(resource.panels(visitor()).items())
                .extracting(PanelView::slot)
                .containsOnly("administration");
    }

    @Test
    void withoutAPlatformThereAreNoPanels() {
        assertThat(new PanelsResource(Optional::empty).panels(visitor()).items())
                .isEmpty();
    }

    private List<String> ids(Caller caller) {
        return resource.panels(caller).items().stream().map(PanelView::id).toList();
    }

    private static Platform.PanelStatus panel(String plugin, String id, int order, String... roles) {
        var title = new Text(id, id);
        var panel = new Panel(id, title, Slot.ADMINISTRATION, id + ".js", "puzzle", Set.of(roles), order);
        return new Platform.PanelStatus(plugin, "/ui/" + plugin + "/" + id + ".js", panel);
    }

    private static Caller visitor() {
        return new Caller(Optional.empty(), "127.0.0.1", "", false, "http://localhost", "r1");
    }

    private static Caller signedIn(String role) {
        var identity = new Identity("u1", "Aria", Roles.of(role), "s1");
        return new Caller(Optional.of(identity), "127.0.0.1", "", false, "http://localhost", "r1");
    }

    private record Server(List<PanelStatus> panels) implements Platform {
        @Override
        public String version() {
            return "1.0.0";
        }

        @Override
        public Instant startedAt() {
            return Instant.EPOCH;
        }

        @Override
        public Path logs() {
            return Path.of("logs");
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
        public List<SettingStatus> settings() {
            return List.of();
        }

        @Override
        public HealthReport health() {
            return new HealthReport("ok", Instant.EPOCH, List.of());
        }
    }
}
