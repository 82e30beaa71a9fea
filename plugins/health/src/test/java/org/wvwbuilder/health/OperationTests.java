package org.wvwbuilder.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.testing.TestDatabase;

class OperationTests {
    private final TestDatabase database = TestDatabase.sqlite();
    private World world;

    @BeforeEach
    void open() throws Exception {
        world = new World(database);
    }

    @AfterEach
    void close() {
        world.close();
        database.close();
    }

    @Test
    void pluginsAndJobsAreForAdministrators() throws Exception {
        for (var path : List.of("/plugins", "/settings", "/jobs", "/jobs/auth/session-purge/runs")) {
            assertThat(world.get(path).status()).isEqualTo(401);
            assertThat(world.get(path, "commander").status()).isEqualTo(403);
            assertThat(world.get(path, "admin").status()).isEqualTo(200);
        }
        assertThat(world.post("/jobs/auth/session-purge/run", "commander").status())
                .isEqualTo(403);
        assertThat(world.started).isEmpty();
    }

    @Test
    void pluginsAreShownWithWhatIsWrong() throws Exception {
        world.plugins.add(World.plugin("broken", "FAILED"));
        var plugin = world.get("/plugins", "admin").json().at("/items/0");
        assertThat(plugin.path("state").asText()).isEqualTo("FAILED");
        assertThat(plugin.path("reason").asText()).isEqualTo("it broke");
        assertThat(plugin.path("remedy").asText()).isEqualTo("Mend it.");
        assertThat(plugin.at("/contributions/resource").asInt()).isEqualTo(2);
    }

    @Test
    void pluginsAreShownWithWhatTheyDoAndWhoSignedThem() throws Exception {
        world.plugins.add(World.plugin("feed", "RUNNING"));
        var plugin = world.get("/plugins", "admin").json().at("/items/0");
        assertThat(plugin.path("signed_by").asText()).isEqualTo("Zojja");
        assertThat(plugin.path("starts_next").asBoolean()).isTrue();
        assertThat(plugin.at("/activity/requests").asInt()).isEqualTo(7);
        assertThat(plugin.at("/activity/errors").asInt()).isEqualTo(1);
        assertThat(plugin.at("/activity/under_way").asInt()).isEqualTo(1);
        assertThat(plugin.at("/activity/threads/0").asText()).isEqualTo("feed-poller");
    }

    @Test
    void aPluginIsSwitchedOffAndOnByAdministratorsAlone() throws Exception {
        world.plugins.add(World.plugin("feed", "RUNNING"));
        assertThat(world.post("/plugins/feed/disable", "commander").status()).isEqualTo(403);
        assertThat(world.post("/plugins/nothing/disable", "admin").status()).isEqualTo(404);
        assertThat(world.off).isEmpty();
        var off = world.post("/plugins/feed/disable", "admin");
        assertThat(off.status()).isEqualTo(200);
        assertThat(off.json().path("starts_next").asBoolean()).isFalse();
        assertThat(world.off).containsExactly("feed");
        assertThat(world.post("/plugins/feed/enable", "admin")
                        .json()
                        .path("starts_next")
                        .asBoolean())
                .isTrue();
        assertThat(world.off).isEmpty();
    }

    /** Nobody could switch them on again in the browser. */
    @Test
    void whatSigningInOrThisPageNeedsIsNotSwitchedOffHere() throws Exception {
        world.plugins.add(World.plugin("health", "RUNNING"));
        world.plugins.add(World.plugin("required", "RUNNING"));
        world.plugins.add(World.plugin("console", "RUNNING", "site"));
        world.plugins.add(World.plugin("auth", "RUNNING", "authentication"));
        for (var plugin : world.get("/plugins", "admin").json().path("items")) {
            assertThat(plugin.path("switchable").asBoolean()).isFalse();
            var id = plugin.path("id").asText();
            var refused = world.post("/plugins/" + id + "/disable", "admin");
            assertThat(refused.status()).as(id).isEqualTo(409);
            assertThat(refused.json().path("type").asText()).isEqualTo("urn:wvw:problem:plugin-needed");
        }
        assertThat(world.off).isEmpty();
    }

    @Test
    void settingsTellWhereTheirValueComesFrom() throws Exception {
        var setting = world.get("/settings", "admin").json().at("/items/0");
        assertThat(setting.path("key").asText()).isEqualTo("http.port");
        assertThat(setting.path("value").asText()).isEqualTo("9000");
        assertThat(setting.path("source").asText()).isEqualTo("etc/gw2.toml");
        assertThat(setting.path("fallback").asText()).isEqualTo("8000");
        assertThat(setting.path("meaning").asText()).isEqualTo("Port to listen on.");
    }

    @Test
    void aJobIsStartedByHandOnce() throws Exception {
        var job = world.get("/jobs", "admin").json().at("/items/0");
        assertThat(job.at("/title/fr").asText()).isEqualTo("Purger");
        assertThat(world.post("/jobs/auth/session-purge/run", "admin").status()).isEqualTo(202);
        assertThat(world.started).containsExactly("auth/session-purge by admin");
        assertThat(world.post("/jobs/auth/session-purge/run", "admin").status()).isEqualTo(409);
        assertThat(world.post("/jobs/auth/nothing/run", "admin").status()).isEqualTo(404);
        assertThat(world.get("/jobs/auth/nothing/runs", "admin").status()).isEqualTo(404);
        assertThat(world.get("/jobs/auth/session-purge/runs?limit=0", "admin").status())
                .isEqualTo(422);
        assertThat(world.get("/jobs/auth/session-purge/runs", "admin")
                        .json()
                        .at("/items/0/outcome")
                        .asText())
                .isEqualTo("running");
    }

    @Test
    void theRunsOfAJobComeInPages() throws Exception {
        var first = world.get("/jobs/auth/session-purge/runs?limit=2", "admin").json();
        assertThat(first.path("items")).hasSize(2);
        assertThat(first.at("/items/0/cause").asText()).isEqualTo("hand");
        var cursor = first.path("next_cursor").asText();
        var second = world.get("/jobs/auth/session-purge/runs?limit=2&cursor=" + cursor, "admin")
                .json();
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.at("/items/0/id").asText()).isEqualTo("1");
        assertThat(second.path("next_cursor").isNull()).isTrue();
        assertThat(world.get("/jobs/auth/session-purge/runs?cursor=%27--", "admin")
                        .status())
                .isEqualTo(422);
    }
}
