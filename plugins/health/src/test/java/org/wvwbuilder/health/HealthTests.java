package org.wvwbuilder.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.plugin.Platform.CheckStatus;
import org.wvwbuilder.plugin.Platform.HealthReport;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class HealthTests {

    @Test
    void everybodyLearnsWhetherAdministratorsLearnWhy() throws Exception {
        try (var database = TestDatabase.sqlite();
                var world = new World(database)) {
            world.plugins.add(World.plugin("auth", "RUNNING"));
            world.plugins.add(World.plugin("broken", "FAILED"));
            assertThat(world.get("/health").json().toString())
                    .isEqualTo("{\"status\":\"ok\",\"version\":\"1.0.0-test\",\"detail\":null}");

            var why = new CheckStatus("broken", "plugin", "degraded", "it broke", 0);
            world.report.set(new HealthReport("degraded", Instant.EPOCH, List.of(why)));
            var visitor = world.get("/health");
            assertThat(visitor.status()).isEqualTo(200);
            assertThat(visitor.json().path("status").asText()).isEqualTo("degraded");
            assertThat(visitor.json().path("detail").isNull()).isTrue();
            assertThat(world.get("/health", "member").json().path("detail").isNull())
                    .isTrue();
            var detail = world.get("/health", "admin").json().path("detail");
            assertThat(detail.path("uptime_seconds").asLong()).isEqualTo(60);
            assertThat(detail.at("/checks/0/why").asText()).isEqualTo("it broke");
            assertThat(detail.path("not_running"))
                    .singleElement()
                    .satisfies(plugin -> assertThat(plugin.path("id").asText()).isEqualTo("broken"));
        }
    }

    @Test
    void aServerThatIsDownSaysSoWith503AndLivesOn() throws Exception {
        try (var database = TestDatabase.sqlite();
                var world = new World(database)) {
            world.report.set(new HealthReport("down", Instant.EPOCH, List.of()));
            assertThat(world.get("/health").status()).isEqualTo(503);
            assertThat(world.get("/health").json().path("status").asText()).isEqualTo("down");
            assertThat(world.get("/health/live").json().toString()).isEqualTo("{\"status\":\"ok\"}");
        }
    }

    @OnBothEngines
    void aReadyServerWritesAndReadsAtMostOnceASecond(TestDatabase database) throws Exception {
        try (var world = new World(database)) {
            assertThat(world.get("/health/ready").status()).isEqualTo(200);
            long first = written(world);
            world.clock.advance(Duration.ofMillis(999));
            world.get("/health/ready");
            assertThat(written(world)).isEqualTo(first);
            world.clock.advance(Duration.ofMillis(1));
            world.get("/health/ready");
            assertThat(written(world)).isEqualTo(first + 1000);
        }
    }

    @OnBothEngines
    void withoutItsDatabaseAServerIsNotReady(TestDatabase database) throws Exception {
        var world = new World(database);
        try {
            world.data.close();
            var visitor = world.get("/health/ready");
            assertThat(visitor.status()).isEqualTo(503);
            assertThat(visitor.json().at("/checks/0/status").asText()).isEqualTo("down");
            assertThat(visitor.json().at("/checks/0/why").isNull()).isTrue();
            assertThat(world.get("/health/ready", "admin")
                            .json()
                            .at("/checks/0/why")
                            .asText())
                    .isNotEmpty();
        } finally {
            world.close();
        }
    }

    @OnBothEngines
    void withoutItsTablesAServerIsNotReady(TestDatabase database) throws Exception {
        try (var world = new World(database)) {
            world.data.database().write(connection -> {
                try (var statement = connection.createStatement()) {
                    return statement.execute("DROP TABLE health_probe");
                }
            });
            assertThat(world.get("/health/ready").status()).isEqualTo(503);
        }
    }

    @Test
    void withoutARequiredPluginOrItsFolderAServerIsNotReady() throws Exception {
        try (var database = TestDatabase.sqlite();
                var world = new World(database)) {
            world.missing.add(World.plugin("auth", "FAILED"));
            var refused = world.get("/health/ready", "admin");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.json().at("/checks/2/why").asText()).contains("auth");
            world.missing.clear();
            world.clock.advance(Duration.ofSeconds(1));
            assertThat(world.get("/health/ready").status()).isEqualTo(200);
        }
    }

    @Test
    void aFolderThatTakesNoFilesIsDown() throws Exception {
        var folder = Files.createTempDirectory("gone");
        var probe = new DiskProbe(folder);
        assertThat(probe.check()).isInstanceOf(org.wvwbuilder.plugin.HealthCheck.Health.Up.class);
        assertThat(folder).isEmptyDirectory();
        Files.delete(folder);
        assertThat(probe.check()).isInstanceOf(org.wvwbuilder.plugin.HealthCheck.Health.Down.class);
    }

    private static long written(World world) {
        return world.data.database().read(connection -> {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT max(written_at) FROM health_probe")) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }
}
