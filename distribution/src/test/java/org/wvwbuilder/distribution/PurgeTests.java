package org.wvwbuilder.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wvwbuilder.testing.PluginForge.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.PluginForge;
import org.wvwbuilder.testing.TestDatabase;

/** What a plugin leaves that is taken away is named, is deleted on demand and not otherwise, and comes back from a copy. */
class PurgeTests {
    private static final String SCRIPT = """
            create table %1$s_kills (id integer primary key, who text not null);
            create table %1$s_seen (kill integer not null references %1$s_kills (id));
            create view %1$s_names as select who from %1$s_kills;
            insert into %1$s_kills (id, who) values (1, 'Zojja'), (2, 'Taimi');
            insert into %1$s_seen (kill) values (1);
            """;

    private static final String BODY = """
            public final class Made implements Plugin {
                public OpenPlugin open(PluginContext context) throws Exception {
                    java.nio.file.Files.writeString(context.directory().resolve("mine.txt"), "mine");
                    return OpenPlugin.of(
                            new Contribution.Job("count", new Text("Count", "Compte"), Schedule.cron("0 3 * * *"),
                                    () -> "counted"));
                }
            }""";

    @TempDir
    Path folder;

    @TempDir
    Path scratch;

    private PluginForge forge;
    private TestDatabase database;

    @BeforeEach
    void forge() {
        forge = new PluginForge(Tarball.home().resolve("lib/ground"), scratch);
    }

    private Gw2 gw2(TestDatabase on) {
        database = on;
        var gw2 = Gw2.in(folder).with("GW2_PLUGINS_UNSIGNED", "allow");
        on.url()
                .ifPresent(url -> gw2.with("GW2_DATABASE_URL", url)
                        .with("GW2_DATABASE_USER", on.user().orElseThrow())
                        .with("GW2_DATABASE_PASSWORD", on.password().orElseThrow()));
        return gw2;
    }

    private void put(String id) throws IOException {
        var name = id.replace("-", "");
        var files = new HashMap<>(sources(name, "id = \"%s\", title = \"Made\"".formatted(id), BODY));
        files.put("META-INF/wvw/migrations/V1__made.sql", SCRIPT.formatted(id.replace('-', '_')));
        forge.forge(folder.resolve("data/plugins").resolve(id).resolve(id + ".jar"), files);
    }

    @OnBothEngines
    void whatIsLeftIsDeletedForGoodAndOnlyWhenItIsMeant(TestDatabase on) throws Exception {
        put("feed");
        put("feed-list");
        try (var gw2 = gw2(on)) {
            Accounts.add(gw2, "admin", "admin");
            var server = gw2.run();
            server.awaitReady();
            var all = tables();
            assertThat(all).contains("feed_kills", "feed_seen", "feed_names", "feed_schema_history");

            // While the server has it, neither with its files nor without.
            require(gw2, 1, "has the plugin feed yet (RUNNING)", "plugins", "remove", "feed", "--purge", "--yes");
            require(gw2, 0, "gw2 plugins purge feed", "plugins", "remove", "feed", "--yes");
            require(gw2, 1, "has the plugin feed yet (RUNNING). Restart it", "plugins", "purge", "feed", "--yes");
            assertThat(server.terminate()).isEqualTo(143);
            assertThat(tables()).isEqualTo(all);

            server = gw2.run();
            server.awaitReady();
            refusals(gw2, all);
            named(gw2);
            purged(gw2, all);
            restored(gw2, server, all);
        }
    }

    private void refusals(Gw2 gw2, Set<String> all) throws Exception {
        require(gw2, 1, "is installed, in ", "plugins", "purge", "feed-list", "--yes");
        for (var ours : List.of("auth", "log-monitor")) {
            require(gw2, 1, "The plugin " + ours + " is ours", "plugins", "purge", ours, "--yes");
        }
        require(gw2, 1, "'jobs' is a part of the server", "plugins", "purge", "jobs", "--yes");
        require(gw2, 1, "came with the server", "plugins", "remove", "builds", "--purge", "--yes");
        require(gw2, 1, "is no id of a plugin", "plugins", "purge", "../feed", "--yes");
        require(gw2, 1, "Nothing is left of a plugin 'fed'", "plugins", "purge", "fed", "--yes");
        // Asked, and the answer is another one, or none.
        for (var answer : List.of("feed-list\n", "yes\n", "")) {
            var ended = gw2.type(answer, "plugins", "purge", "feed");
            assertThat(ended.exit()).as(ended.output()).isEqualTo(1);
            assertThat(ended.out()).contains("table feed_kills, 2 rows", "view feed_names", "Type feed to do it:");
            assertThat(ended.err()).contains("Nothing was changed: type feed, or add --yes.");
        }
        assertThat(tables()).isEqualTo(all);
        assertThat(folder.resolve("data/plugin/feed/mine.txt")).exists();
    }

    /** Without a change to anything. */
    private void named(Gw2 gw2) throws Exception {
        var list = gw2.command("plugins", "purge");
        assertThat(list.exit()).as(list.output()).isZero();
        assertThat(list.out())
                .contains("feed\n", "table feed_kills, 2 rows", "the record of its jobs", "data/plugin/feed")
                .doesNotContain("feed_list");
        assertThat(gw2.command("plugins", "purge", "--json").out())
                .contains("\"id\": \"feed\"", "\"name\": \"feed_kills\"", "\"rows\": 2");
        assertThat(gw2.command("doctor").out())
                .contains("feed is gone and left 4 tables with ", "gw2 plugins purge feed deletes that");
    }

    private void purged(Gw2 gw2, Set<String> all) throws Exception {
        var ended = gw2.type("feed\n", "plugins", "purge", "feed");
        assertThat(ended.exit()).as(ended.output()).isZero();
        assertThat(ended.out()).contains("Deleted what the plugin feed kept: 4 tables with ", "gw2 restore ");
        var left = new TreeSet<>(all);
        left.removeIf(name -> name.startsWith("feed_") && !name.startsWith("feed_list_"));
        assertThat(left).contains("feed_list_kills", "feed_list_schema_history", "auth_users");
        assertThat(tables()).isEqualTo(left);
        assertThat(number("select count(*) from feed_list_kills")).isEqualTo(2);
        assertThat(number("select count(*) from jobs_job where job = 'feed/count'"))
                .isZero();
        assertThat(number("select count(*) from jobs_job where job = 'feed-list/count'"))
                .isEqualTo(1);
        assertThat(folder.resolve("data/plugin/feed")).doesNotExist();
        assertThat(folder.resolve("data/plugin/feed-list/mine.txt")).exists();
        require(gw2, 0, "Nothing is left of plugins that are gone.", "plugins", "purge");
        require(gw2, 1, "Nothing is left of a plugin 'feed'", "plugins", "purge", "feed", "--yes");
    }

    private void restored(Gw2 gw2, RunningServer server, Set<String> all) throws Exception {
        assertThat(server.get("/api/v1/health/ready").statusCode()).isEqualTo(200);
        server.terminate();
        try (var files = Files.list(folder.resolve("data"))) {
            var copy = files.filter(file -> file.getFileName().toString().startsWith("before-purge-"))
                    .toList();
            assertThat(copy).hasSize(1);
            require(gw2, 0, "", "restore", copy.getFirst().toString(), "--yes");
        }
        assertThat(tables()).isEqualTo(all);
        assertThat(number("select count(*) from feed_kills")).isEqualTo(2);
    }

    @OnBothEngines
    void aPluginGoesWithAllThatItKeptWhereNoServerRuns(TestDatabase on) throws Exception {
        put("feed");
        try (var gw2 = gw2(on)) {
            Accounts.add(gw2, "admin", "admin");
            var server = gw2.run();
            server.awaitReady();
            server.terminate();
            var ended = gw2.command("plugins", "remove", "feed", "--purge");
            assertThat(ended.exit()).as(ended.output()).isEqualTo(1);
            assertThat(folder.resolve("data/plugins/feed")).exists();
            require(gw2, 0, "Deleted", "plugins", "remove", "feed", "--purge", "--yes", "--no-copy");
            assertThat(folder.resolve("data/plugins/feed")).doesNotExist();
            assertThat(tables()).noneMatch(name -> name.startsWith("feed_"));
            try (var files = Files.list(folder.resolve("data"))) {
                assertThat(files).noneMatch(file -> file.toString().contains("before-purge"));
            }
            assertThat(gw2.command("user", "list").out()).contains("admin");
        }
    }

    /** The next start does not take a table of the settings that is nobody's, so the operator is told. */
    @Test
    void theTableOfTheSettingsIsNamed() throws Exception {
        forge.forge(
                folder.resolve("data/plugins/feed/feed.jar"),
                sources("feed", "id = \"feed\", title = \"Made\", config = com.example.feed.Made.Config.class", """
                        public final class Made implements Plugin {
                            public record Config(@Setting(value = "how often", fallback = "1h") String every) {}
                            public OpenPlugin open(PluginContext context) { return OpenPlugin.of(); }
                        }"""));
        var file = Files.createDirectories(folder.resolve("etc")).resolve("gw2.toml");
        Files.writeString(file, "[plugins]\nunsigned = \"allow\"\n[feed]\nevery = \"2h\"\n");
        try (var gw2 = Gw2.in(folder)) {
            require(gw2, 0, "Take its table [feed] out of " + file, "plugins", "remove", "feed", "--yes");
        }
    }

    private static void require(Gw2 gw2, int exit, String says, String... words) throws Exception {
        var ended = gw2.command(words);
        assertThat(ended.exit())
                .as(String.join(" ", words) + ":\n" + ended.output())
                .isEqualTo(exit);
        assertThat(ended.output()).contains(says);
    }

    private java.sql.Connection connection() throws Exception {
        return database.url().isPresent()
                ? DriverManager.getConnection(
                        database.url().get(),
                        database.user().orElseThrow(),
                        database.password().orElseThrow())
                : DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/gw2_wvwbuilder.db"));
    }

    private Set<String> tables() throws Exception {
        var names = new TreeSet<String>();
        try (var connection = connection();
                var rows = connection
                        .getMetaData()
                        .getTables(null, connection.getSchema(), "%", new String[] {"TABLE", "VIEW"})) {
            while (rows.next()) names.add(rows.getString("TABLE_NAME"));
        }
        return names;
    }

    private long number(String sql) throws Exception {
        try (var connection = connection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
