package org.wvwbuilder.plugin.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wvwbuilder.plugin.Database.Engine;

/**
 * What every plugin must do to live well in a server. A plugin has these tests when a class implements this interface:
 *
 * <pre>{@code
 * class KillFeedContractTests implements PluginContract {}
 * }</pre>
 */
public interface PluginContract {

    /** The name of the plugin's module, when there is more than one plugin on the class path. */
    default String module() {
        return "";
    }

    /** Settings without which it cannot run, by their whole key; a plugin that runs at once needs none. */
    default Map<String, String> needed() {
        return Map.of();
    }

    /**
     * It has nothing but the JDK, the plugin API and its own libraries, migrates an empty database, and every resource
     * has a rule of who may call it: else the server would refuse it.
     */
    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void runsAloneOnAnEmptyDatabase(Engine engine) {
        assumeOfUse(engine);
        try (var server = TestServer.of(module(), engine, needed())) {
            assertRunning(server);
        }
    }

    /**
     * Where it is recorded what its last release left in databases. The system property {@code plugin.record}, on a run
     * of this test, records the plugin as it is: {@code mvn test -Dtest='*ContractTests' -Dplugin.record=1.0.0}.
     */
    default Path released() {
        return Path.of("src/test/released");
    }

    /** Looks at what was made of the rows of the last release, with a server that has just migrated them. */
    default void afterUpgrade(TestServer server) {}

    /**
     * A database of the last release, with something in every table, is brought up to date: what was released is
     * unchanged, what is new runs on it. Without a release there is nothing to try.
     */
    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void migratesFromTheLastRelease(Engine engine) {
        assumeOfUse(engine);
        var plugin = PluginUnderTest.find(module());
        var migrations = plugin.migrations();
        var release = Released.in(released());
        if (release.isRecorded()) release.assertKept(migrations);
        var version = System.getProperty("plugin.record", "");
        if (!version.isEmpty()) {
            // Nobody gets what does not run, so nothing of it is kept as if somebody had.
            runsAloneOnAnEmptyDatabase(engine);
            release.record(version, migrations);
        }
        assumeTrue(
                release.isRecorded(),
                () -> "no release of " + plugin.id() + " is recorded in " + release.folder()
                        + ", so no migration from one is tried: when you release it, run -Dplugin.record=VERSION once");
        try (var server = TestServer.of(plugin, engine, needed(), Optional.of(release))) {
            assertRunning(server);
            afterUpgrade(server);
        }
    }

    /** What it opens it closes: a second life on the same database is like the first, and nothing is left of either. */
    @ParameterizedTest(name = "{0}")
    @EnumSource
    default void opensAndClosesTwice(Engine engine) {
        assumeOfUse(engine);
        var lives = new ArrayList<Leftovers>();
        try (var server = TestServer.of(module(), engine, needed())) {
            lives.add(Leftovers.of(server));
            server.restart();
            assertRunning(server);
            lives.add(Leftovers.of(server));
        }
        lives.forEach(Leftovers::assertNone);
    }

    /** A setting that it does not know is refused with a sentence that names it. */
    @Test
    default void refusesAnUnknownSetting() {
        String id;
        try (var server = TestServer.of(module(), Engine.SQLITE, needed())) {
            id = server.seat().table(server.id());
        }
        var settings = new java.util.HashMap<>(needed());
        settings.put(id + ".no-such-setting", "1");
        var why = refusal(settings);
        assertTrue(why.contains("no-such-setting"), () -> "it says what is unknown: " + why);
    }

    private String refusal(Map<String, String> settings) {
        try (var server = TestServer.of(module(), Engine.SQLITE, settings)) {
            assertEquals("REJECTED", server.state(), "with a setting that it does not know, the plugin is");
            return server.reason();
        } catch (ServerRefusal refused) {
            return refused.getMessage();
        }
    }

    /** The module that each panel begins with is there for a browser. */
    @Test
    default void servesItsPanels() {
        try (var server = TestServer.of(module(), Engine.SQLITE, needed())) {
            // A panel without its file keeps the plugin from running, and then there is none to be asked for.
            assertRunning(server);
            for (var panel : server.seat().panels(server.id())) {
                var reply = server.anonymous().get(panel).require(200);
                assertTrue(reply.header("Content-Type").startsWith("text/javascript"), panel);
            }
        }
    }

    /** Its health checks answer within a second, and find a new server healthy. */
    @Test
    default void isHealthyInTime() {
        try (var server = TestServer.of(module(), Engine.SQLITE, needed())) {
            // A check may compare the clock with the time that went by.
            server.tick();
            assertRunning(server);
            var ailing = server.seat().checks(server.id()).entrySet().stream()
                    .flatMap(check -> ailment(check.getKey(), check.getValue()).stream())
                    .toList();
            assertTrue(ailing.isEmpty(), () -> String.join("\n", ailing));
        }
    }

    private static Optional<String> ailment(String check, List<String> found) {
        if (!found.get(0).equals("ok"))
            return Optional.of("the check " + check + " is " + found.get(0) + ": " + found.get(1));
        if (Long.parseLong(found.get(2)) < 1000) return Optional.empty();
        return Optional.of(
                "the check " + check + " takes " + found.get(2) + " ms: answer within a second, from memory");
    }

    /** To a plugin that keeps nothing in the database, one engine is as good as the other. */
    private void assumeOfUse(Engine engine) {
        assumeTrue(
                engine == Engine.SQLITE || PluginUnderTest.find(module()).keepsData(),
                "it says database = false: SQLite is enough");
    }

    private static void assertRunning(TestServer server) {
        assertEquals(
                "RUNNING",
                server.state(),
                () -> "on " + server.engine() + " the plugin " + server.id() + " does not run: " + server.reason());
    }
}
