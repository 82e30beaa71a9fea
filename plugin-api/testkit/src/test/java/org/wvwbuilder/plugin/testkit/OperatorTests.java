package org.wvwbuilder.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wvwbuilder.plugin.Database.Engine;

/** What an operator sees of a plugin, a test sees too: its commands, and how it is. */
class OperatorTests {
    private static final String BODY = """
            public final class Made implements Plugin {
                private volatile boolean dry;

                public OpenPlugin open(PluginContext context) {
                    return OpenPlugin.of(
                            new Contribution.Check("well", () -> dry
                                    ? new HealthCheck.Health.Degraded("the well is dry: wait for rain")
                                    : new HealthCheck.Health.Up()),
                            new Contribution.Job("drain", new Text("Drain", "Vider"),
                                    Schedule.every(java.time.Duration.ofDays(1)), () -> {
                                        dry = true;
                                        return "drained";
                                    }),
                            new Contribution.Command("made", "Made", java.util.List.of(
                                    new Subcommand("say", "Says it", java.util.List.of(), java.util.List.of(), call -> {
                                        var text = new String(call.input().readAllBytes());
                                        if (text.isEmpty()) throw new Subcommand.CommandFailure(1, "Say something.");
                                        return new Subcommand.Answer(
                                                java.util.Map.of("said", text, "serving", context.serving(),
                                                        "engine", context.database().engine()),
                                                "It said " + text);
                                    }))));
                }
            }""";

    @TempDir
    Path folder;

    private TestServer server(Engine engine) throws Exception {
        var module = new Forged(folder).plugin("id = \"made\", title = \"Made\", commands = \"made\"", BODY, Map.of());
        return TestServer.of(module, engine, Map.of());
    }

    @ParameterizedTest
    @EnumSource
    void aCommandRunsBesideTheServer(Engine engine) throws Exception {
        try (var server = server(engine)) {
            var said = server.gw2("hello", List.of("made", "say", "--json"))
                    .require(0)
                    .json();
            assertThat(said.path("said").asText()).isEqualTo("hello");
            assertThat(said.path("serving").asBoolean(true)).isFalse();
            assertThat(said.path("engine").asText()).isEqualToIgnoringCase(engine.name());
            assertThat(server.gw2("hello", List.of("made", "say")).require(0).out())
                    .isEqualToIgnoringNewLines("It said hello");
            assertThat(server.gw2("made", "say").require(1).err()).contains("Say something.");
            assertThat(server.gw2("made", "sing").require(2).err()).contains("sing");
            assertThatThrownBy(() -> server.gw2("made", "say").require(0)).hasMessageContaining("Say something.");
            assertThat(server.state()).isEqualTo("RUNNING");
        }
    }

    @Test
    void aCheckIsRunWhenATestAsks() throws Exception {
        try (var server = server(Engine.SQLITE)) {
            assertThat(server.check("well").status()).isEqualTo("ok");
            server.jobs().run("drain");
            assertThat(server.check("well"))
                    .isEqualTo(new TestServer.Checked("degraded", "the well is dry: wait for rain"));
            assertThatThrownBy(() -> server.check("wall"))
                    .hasMessageContaining("made has no check wall; it has [well]");
        }
    }
}
