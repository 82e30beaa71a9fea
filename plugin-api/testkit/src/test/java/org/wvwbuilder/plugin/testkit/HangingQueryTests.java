package org.wvwbuilder.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wvwbuilder.plugin.Database.Engine;
import org.wvwbuilder.testing.Await;

/** A plugin whose query does not end is given up as any other that hangs: neither its connection nor the writer stays with it. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HangingQueryTests {
    private static final String BODY = """
            public final class Made implements Plugin {
                static final java.util.concurrent.atomic.LongAdder BEGUN = new java.util.concurrent.atomic.LongAdder();
                static final java.util.concurrent.atomic.LongAdder ENDED = new java.util.concurrent.atomic.LongAdder();

                public OpenPlugin open(PluginContext context) {
                    var database = context.database();
                    database.write(connection ->
                            connection.createStatement().executeUpdate("CREATE TABLE made_notes (text TEXT)"));
                    var ways = new Ways(database);
                    return OpenPlugin.of(new Contribution.Resource(ways), new Contribution.Check("slow", () -> {
                        BEGUN.increment();
                        try {
                            // Not to be taken for one of the requests.
                            database.read(connection -> Ways.number(connection, " " + ways.hang()));
                        } finally {
                            ENDED.increment();
                        }
                        return new HealthCheck.Health.Up();
                    }));
                }

                @Path("made")
                @PermitAll
                public record Ways(Database database) {
                    private String hang() {
                        return database.engine() == Database.Engine.POSTGRESQL
                                ? "SELECT 1 FROM pg_sleep(100)"
                                // Ends after minutes, for the sake of a test that fails.
                                : "SELECT count(*) FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                                        + " LIMIT 500000000) SELECT i FROM n)";
                    }

                    @GET
                    @Path("hang")
                    public int read() {
                        return database.read(connection -> number(connection, hang()));
                    }

                    @POST
                    @Path("hang")
                    public int write() {
                        return database.write(connection -> {
                            note(connection, "unsaid");
                            return number(connection, hang());
                        });
                    }

                    @GET
                    @Path("checks")
                    public String checks() {
                        return BEGUN.sum() + " begun, " + ENDED.sum() + " ended";
                    }

                    @POST
                    @Path("note")
                    public int note() {
                        return database.write(connection -> note(connection, "said"));
                    }

                    @GET
                    @Path("count")
                    public int count() {
                        return database.read(connection -> number(connection, "SELECT count(*) FROM made_notes"));
                    }

                    @GET
                    @Path("asleep")
                    public int asleep() {
                        return database.read(connection -> number(connection,
                                "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT 1 FROM pg_sleep%' AND state = 'active'"));
                    }

                    private static int note(java.sql.Connection connection, String text) throws java.sql.SQLException {
                        return connection.createStatement().executeUpdate("INSERT INTO made_notes VALUES ('" + text + "')");
                    }

                    private static int number(java.sql.Connection connection, String sql) throws java.sql.SQLException {
                        var rows = connection.createStatement().executeQuery(sql);
                        rows.next();
                        return rows.getInt(1);
                    }
                }
            }""";

    @TempDir
    Path folder;

    /** A check has a thread of its own, and is not made again before that has come back. */
    @ParameterizedTest
    @EnumSource
    void aCheckThatHangsInAQueryComesBack(Engine engine) throws Exception {
        var module = new Forged(folder).plugin("id = \"made\", title = \"Made\"", BODY, Map.of());
        try (var server = TestServer.of(module, engine, Map.of())) {
            assertThat(server.check("slow").status()).isNotEqualTo("ok");
            Await.until(
                    "it has ended each time",
                    () -> server.anonymous().get("made/checks").body().matches("(\\d+) begun, \\1 ended"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aQueryThatHangsEndsByTheDeadline(Engine engine) throws Exception {
        var module = new Forged(folder).plugin("id = \"made\", title = \"Made\"", BODY, Map.of());
        var settings = Map.of("plugins.call-deadline", "2s", "plugins.slow", "1s", "database.connections", "2");
        try (var server = TestServer.of(module, engine, settings)) {
            assertThat(server.state()).as(server.reason()).isEqualTo("RUNNING");
            var client = server.anonymous();
            // More than there are connections.
            for (int i = 0; i < 3; i++) {
                assertThat(client.get("made/hang").require(503).body()).contains("plugin-too-late");
                assertThat(client.post("made/hang", "").require(503).body()).contains("plugin-too-late");
                client.post("made/note", "").require(200);
            }
            assertThat(client.get("made/count").require(200).body()).isEqualTo("3");
            if (engine == Engine.POSTGRESQL) {
                assertThat(client.get("made/asleep").require(200).body())
                        .as("queries that go on at PostgreSQL's end")
                        .isEqualTo("0");
            }
            assertThat(client.get("/metrics").body()).contains("wvw_plugin_stuck{plugin=\"made\"} 0.0");
        }
    }
}
