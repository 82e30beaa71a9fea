package org.wvwbuilder.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.cli.Bulletin;
import org.wvwbuilder.data.DataConfig;
import org.wvwbuilder.data.DataHost;
import org.wvwbuilder.data.DatabaseConfig;
import org.wvwbuilder.kernel.Kernel;
import org.wvwbuilder.kernel.PluginsConfig;
import org.wvwbuilder.kernel.Settings;
import org.wvwbuilder.kernel.Surroundings;
import org.wvwbuilder.plugin.Contribution.Check;
import org.wvwbuilder.plugin.HealthCheck.Health;
import org.wvwbuilder.plugin.Jobs;

class BulletinBoardTests {
    @TempDir
    private Path folder;

    private final AtomicReference<Health> health = new AtomicReference<>(new Health.Up());

    @Test
    void whoAsksIsToldHowItIsAtThisMoment() throws Exception {
        try (var data = data();
                var kernel = kernel();
                var board = BulletinBoard.start(folder, kernel, data, new NoJobs())) {
            for (var now : List.of(new Health.Degraded("no backup"), new Health.Up(), new Health.Down("no room"))) {
                health.set(now);
                assertThat(asked().checks())
                        .extracting(Bulletin.CheckBrief::why)
                        .isEqualTo(
                                switch (now) {
                                    case Health.Up up -> List.of();
                                    case Health.Degraded it -> List.of(it.why());
                                    case Health.Down it -> List.of(it.why());
                                });
            }
        }
    }

    @Test
    void onlyOwnerAndGroupMayAskAndWhatACrashLeftIsNoHindrance() throws Exception {
        var socket = Bulletin.socket(folder.resolve(BulletinBoard.FILE));
        Files.writeString(socket, "left");
        try (var data = data();
                var kernel = kernel()) {
            try (var board = BulletinBoard.start(folder, kernel, data, new NoJobs())) {
                assertThat(asked().status()).isEqualTo("ok");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                        .isEqualTo("rw-rw----");
            }
            assertThat(socket).doesNotExist();
        }
    }

    @Test
    void aPathThatIsTooLongForASocketKeepsNoServerFromWorking() throws Exception {
        var deep = Files.createDirectories(folder.resolve("d".repeat(120)));
        try (var data = data();
                var kernel = kernel();
                var board = BulletinBoard.start(deep, kernel, data, new NoJobs())) {
            assertThat(Bulletin.now(deep.resolve(BulletinBoard.FILE))).isEmpty();
        }
    }

    private Bulletin asked() {
        return Bulletin.now(folder.resolve(BulletinBoard.FILE)).orElseThrow();
    }

    private DataHost data() throws Exception {
        return DataHost.open(new DataConfig(folder, 1), DatabaseConfig.sqlite(), InstantSource.system());
    }

    private Kernel kernel() {
        var surroundings = new Surroundings(
                ModuleLayer.boot(),
                folder.resolve("bundled"),
                folder.resolve("plugins"),
                folder,
                folder.resolve("logs"),
                InstantSource.system(),
                "1",
                true,
                Optional::empty);
        var second = Duration.ofSeconds(1);
        var plugins = new PluginsConfig(
                Optional.empty(),
                List.of(),
                List.of(),
                second,
                second,
                second,
                second,
                second,
                List.of(),
                PluginsConfig.Unsigned.REFUSE);
        var kernel = new Kernel(surroundings, plugins, new Settings(Map.of(), "gw2.toml", Map.of(), Map.of(), folder));
        kernel.watch(new Check("steered", health::get));
        return kernel;
    }

    private static final class NoJobs implements Jobs {
        @Override
        public List<JobStatus> all() {
            return List.of();
        }

        @Override
        public boolean run(String plugin, String name, String by) {
            return false;
        }

        @Override
        public List<Run> runs(String plugin, String name, int limit, Optional<String> before) {
            return List.of();
        }
    }
}
