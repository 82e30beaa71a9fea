package org.wvwbuilder.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.opentest4j.TestAbortedException;
import org.wvwbuilder.plugin.Database.Engine;

/** The contract finds what is wrong with a plugin, and says it in words that help. */
class PluginContractTests {
    @TempDir
    Path folder;

    private Forged forged;

    /** What an IDE and the reports show. */
    @Test
    void whatRunsOnBothEnginesIsNamedAfterThem() {
        var tests = Stream.of(PluginContract.class.getMethods())
                .filter(method -> method.isAnnotationPresent(ParameterizedTest.class))
                .toList();
        assertThat(tests)
                .hasSize(3)
                .allSatisfy(method -> assertThat(
                                method.getAnnotation(ParameterizedTest.class).name())
                        .isEqualTo("{0}"));
    }

    @BeforeEach
    void forge() {
        forged = new Forged(folder);
    }

    @Test
    void aPluginThatDoesNothingKeepsIt() throws Exception {
        var contract = forged.contract("""
                public final class Made implements Plugin {
                    public OpenPlugin open(PluginContext context) {
                        return OpenPlugin.of();
                    }
                }""");
        contract.runsAloneOnAnEmptyDatabase(Engine.SQLITE);
        contract.opensAndClosesTwice(Engine.SQLITE);
        contract.refusesAnUnknownSetting();
        contract.servesItsPanels();
        contract.isHealthyInTime();
    }

    @Test
    void aPluginThatKeepsNothingIsTriedOnOneEngine() throws Exception {
        var body = """
                public final class Made implements Plugin {
                    public OpenPlugin open(PluginContext context) {
                        return OpenPlugin.of();
                    }
                }""";
        var frugal = forged.plugin("id = \"made\", title = \"Made\", database = false", body, Map.of());
        var contract = new PluginContract() {
            @Override
            public String module() {
                return frugal;
            }
        };
        contract.runsAloneOnAnEmptyDatabase(Engine.SQLITE);
        assertThatThrownBy(() -> contract.runsAloneOnAnEmptyDatabase(Engine.POSTGRESQL))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("database = false");
        assertThatThrownBy(() -> contract.opensAndClosesTwice(Engine.POSTGRESQL))
                .isInstanceOf(TestAbortedException.class);
        var other = forged.plugin("id = \"made\", title = \"Made\"", body, Map.of());
        assertThat(PluginUnderTest.find(other).keepsData()).isTrue();
    }

    @Test
    void aResourceWithoutARuleIsFound() throws Exception {
        var contract = forged.contract("""
                @Path("made")
                public final class Made implements Plugin {
                    @GET
                    public String get() {
                        return "";
                    }

                    public OpenPlugin open(PluginContext context) {
                        return OpenPlugin.of(new Contribution.Resource(this));
                    }
                }""");
        assertThatThrownBy(() -> contract.runsAloneOnAnEmptyDatabase(Engine.SQLITE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("RolesAllowed");
    }

    @Test
    void aThreadThatStaysIsFound() throws Exception {
        var contract = forged.contract("""
                public final class Made implements Plugin {
                    public OpenPlugin open(PluginContext context) {
                        Thread.ofVirtual().start(Made::sleep);
                        return OpenPlugin.of();
                    }

                    static void sleep() {
                        try {
                            Thread.sleep(java.time.Duration.ofMinutes(1));
                        } catch (InterruptedException end) {
                            return;
                        }
                    }
                }""");
        assertThatThrownBy(() -> contract.opensAndClosesTwice(Engine.SQLITE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no thread runs code of the closed plugin made")
                .hasMessageContaining("a thread without a name at com.example.")
                .hasMessageContaining("End them in OpenPlugin.close");
    }

    /** Its code runs no more, but what it was given is still held; the server names such threads to operators. */
    @Test
    void anExecutorThatStaysIsFound() throws Exception {
        var contract = forged.contract("""
                public final class Made implements Plugin {
                    public OpenPlugin open(PluginContext context) throws Exception {
                        var executor = java.util.concurrent.Executors.newFixedThreadPool(1,
                                Thread.ofPlatform().daemon().name("made-idle").factory());
                        executor.submit(() -> {}).get();
                        return OpenPlugin.of();
                    }
                }""");
        assertThatThrownBy(() -> contract.opensAndClosesTwice(Engine.SQLITE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("\"made-idle\", idle");
    }

    @Test
    void aPanelWithoutItsFileIsFound() throws Exception {
        var contract = forged.contract("""
                public final class Made implements Plugin {
                    public OpenPlugin open(PluginContext context) {
                        return OpenPlugin.of(new Contribution.Panel("made", new Text("Made", "Fait"),
                                Contribution.Panel.Slot.PAGE, "made.js", "book", java.util.Set.of(), 60));
                    }
                }""");
        assertThatThrownBy(() -> contract.runsAloneOnAnEmptyDatabase(Engine.SQLITE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("on SQLITE the plugin made does not run")
                .hasMessageContaining("made.js");
        assertThatThrownBy(contract::servesItsPanels)
                .as("the test that is named for it says it, too")
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("'made.js', which is not in the plugin's jar");
        assertThatThrownBy(contract::isHealthyInTime)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("on SQLITE the plugin made does not run")
                .hasMessageContaining("'made.js', which is not in the plugin's jar");
    }

    @Test
    void aSickCheckIsFound() throws Exception {
        var contract = forged.contract("""
                public final class Made implements Plugin {
                    public OpenPlugin open(PluginContext context) {
                        return OpenPlugin.of(new Contribution.Check("feed",
                                () -> new HealthCheck.Health.Degraded("the feed is silent: ask its keeper")));
                    }
                }""");
        assertThatThrownBy(contract::isHealthyInTime)
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("the check feed is degraded: the feed is silent: ask its keeper");
    }

    /** A check that measures time is not sick because the kit's clock stands still. */
    @Test
    void timeGoesOnWhileHealthIsChecked() throws Exception {
        forged.contract("""
                public final class Made implements Plugin {
                    public OpenPlugin open(PluginContext context) {
                        return OpenPlugin.of(new Contribution.Check("clock", () -> {
                            var begun = context.clock().instant();
                            while (!context.clock().instant().isAfter(begun)) Thread.onSpinWait();
                            return new HealthCheck.Health.Up();
                        }));
                    }
                }""").isHealthyInTime();
    }

    @Test
    void aSecondLifeThatFailsIsFound() throws Exception {
        var contract = forged.contract("""
                public final class Made implements Plugin {
                    public OpenPlugin open(PluginContext context) throws Exception {
                        java.nio.file.Files.createFile(context.directory().resolve("mine"));
                        return OpenPlugin.of();
                    }
                }""");
        assertThatThrownBy(() -> contract.opensAndClosesTwice(Engine.SQLITE))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("FileAlreadyExistsException");
    }
}
