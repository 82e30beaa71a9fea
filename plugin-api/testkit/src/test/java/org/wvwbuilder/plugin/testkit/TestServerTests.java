package org.wvwbuilder.plugin.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wvwbuilder.plugin.Database.Engine;
import org.wvwbuilder.plugin.Event.Visibility;
import org.wvwbuilder.plugin.event.BuildDeleted;

/** What the kit gives an author: people, jobs, events, a clock, and a server that starts again. */
class TestServerTests {
    private static final String BODY = """
            @Path("made")
            @Produces("application/json")
            public final class Made implements Plugin {
                public record Config(@Setting(value = "A word", fallback = "hello") String word) {}

                private PluginContext context;
                private final List<String> heard = new java.util.concurrent.CopyOnWriteArrayList<>();

                @GET
                @RolesAllowed("member")
                public java.util.Map<String, Object> get() {
                    return java.util.Map.of("word", context.config(Config.class).word(), "heard", heard);
                }

                @GET
                @Path("all")
                @RolesAllowed("admin")
                public java.util.Map<String, Object> all() {
                    return java.util.Map.of("at", context.clock().instant());
                }

                @GET
                @Path("orders")
                @RolesAllowed("commander")
                public java.util.Map<String, Object> orders() {
                    return java.util.Map.of();
                }

                @POST
                @Path("upload")
                @Consumes("application/octet-stream")
                @RolesAllowed("member")
                public java.util.Map<String, Object> upload(java.io.InputStream body) throws java.io.IOException {
                    return java.util.Map.of("bytes", body.readAllBytes().length);
                }

                @GET
                @Path("stream")
                @Produces("text/event-stream")
                @PermitAll
                public jakarta.ws.rs.core.StreamingOutput stream() {
                    return out -> {
                        out.write("data: one\\n\\n".getBytes());
                        out.flush();
                        out.write("data: two\\n\\n".getBytes());
                    };
                }

                public OpenPlugin open(PluginContext given) {
                    context = given;
                    return OpenPlugin.of(
                            new Contribution.Resource(this),
                            new Contribution.Subscription<>(org.wvwbuilder.plugin.event.BuildDeleted.class,
                                    event -> heard.add(event.name() + event.teamId().orElse("-"))),
                            new Contribution.Job("count", new Text("Count", "Compter"),
                                    Schedule.every(java.time.Duration.ofDays(1)), () -> {
                                        context.publish(new org.wvwbuilder.plugin.event.BuildDeleted(
                                                context.clock().instant(), "b", "o", "e", "counted", Event.Visibility.TEAM,
                                                java.util.Optional.of("t")));
                                        return "counted to three";
                                    }),
                            new Contribution.Job("fail", new Text("Fail", "Échouer"),
                                    Schedule.every(java.time.Duration.ofDays(1)), () -> {
                                        throw new IllegalStateException("the well is dry");
                                    }));
                }
            }""";

    @TempDir
    Path folder;

    private TestServer server(Engine engine, Map<String, String> settings) throws Exception {
        var module = new Forged(folder)
                .plugin("id = \"made\", title = \"Made\", config = MODULE.Made.Config.class", BODY, Map.of());
        return TestServer.of(module, engine, settings);
    }

    @ParameterizedTest
    @EnumSource
    void fourKindsOfPeopleAskTheServer(Engine engine) throws Exception {
        try (var server = server(engine, Map.of("made.word", "good evening"))) {
            assertThat(server.state()).as(server.reason()).isEqualTo("RUNNING");
            assertThat(server.id()).isEqualTo("made");
            assertThat(server.engine()).isEqualTo(engine);
            server.anonymous().get("made").require(401);
            assertThat(server.user()
                            .get("made")
                            .require(200)
                            .json()
                            .path("word")
                            .asText())
                    .isEqualTo("good evening");
            server.user().get("made/all").require(403);
            server.user().get("made/orders").require(403);
            server.commander().get("made/orders").require(200);
            server.commander().get("made/all").require(403);
            server.admin().get("made/orders").require(200);
            var at = server.clock().instant();
            assertThat(server.admin()
                            .get("made/all")
                            .require(200)
                            .json()
                            .path("at")
                            .asText())
                    .isEqualTo(at.toString());
        }
    }

    @Test
    void whoeverIsSignedInStaysSoWhenTheClockJumps() throws Exception {
        try (var server = server(Engine.SQLITE, Map.of())) {
            server.clock().advance(Duration.ofDays(2));
            var user = server.user();
            user.get("made").require(200);
            server.clock().advance(Duration.ofDays(2));
            user.get("made").require(200);
            server.restart();
            user.get("made").require(200);
        }
    }

    @Test
    void jobsRunAtOnceAndTellHowItWent() throws Exception {
        try (var server = server(Engine.SQLITE, Map.of())) {
            assertThat(server.jobs().run("count")).isEqualTo("counted to three");
            assertThat(server.jobs().run("count")).as("a second time").isEqualTo("counted to three");
            assertThatThrownBy(() -> server.jobs().run("fail"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("the well is dry");
            assertThatThrownBy(() -> server.jobs().run("dance"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("has no job dance");
        }
    }

    @Test
    void eventsGoInAndOutAsTheTestsKnowThem() throws Exception {
        try (var server = server(Engine.SQLITE, Map.of())) {
            var gone = new BuildDeleted(
                    server.clock().instant(), "1", "2", "3", "Hammer train", Visibility.TEAM, Optional.of("-team"));
            server.events().publish(gone);
            assertThat(server.events().await(BuildDeleted.class)).isEqualTo(gone);
            var user = server.user();
            org.wvwbuilder.testing.Await.until(
                    "the plugin heard it", () -> user.get("made").body().contains("Hammer train-team"));

            server.events().clear();
            server.jobs().run("count");
            assertThat(server.events()
                            .await(BuildDeleted.class, event -> event.name().equals("counted"))
                            .teamId())
                    .contains("t");
            assertThat(server.events().of(BuildDeleted.class)).hasSize(1);
        }
    }

    /** As the page about versions says of uploads and of events to a browser. */
    @Test
    void aPluginTakesBytesAndSendsAStream() throws Exception {
        try (var server = server(Engine.SQLITE, Map.of())) {
            var sent = server.user().post("made/upload", new byte[70_000]).require(200);
            assertThat(sent.json().path("bytes").asInt()).isEqualTo(70_000);
            var stream = server.anonymous().get("made/stream").require(200);
            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
            assertThat(stream.body()).isEqualTo("data: one\n\ndata: two\n\n");
        }
    }

    @Test
    void aReasonAndItsRemedyDoNotRunTogether() {
        assertThat(TestServer.sentences("it makes the table foo", "tell its author"))
                .isEqualTo("it makes the table foo; tell its author");
        assertThat(TestServer.sentences("it is not signed", "Sign it.")).isEqualTo("it is not signed. Sign it.");
        assertThat(TestServer.sentences("It is not signed.", "Sign it.")).isEqualTo("It is not signed. Sign it.");
        assertThat(TestServer.sentences("", "")).isEmpty();
    }

    @Test
    void aServerThatDoesNotStartSaysWhy() {
        assertThatThrownBy(() -> server(Engine.SQLITE, Map.of("mode.word", "x")).close())
                .isInstanceOf(ServerRefusal.class)
                .hasMessageContaining("did you mean made?");
        assertThatThrownBy(() -> TestServer.of("com.example.nobody", Engine.SQLITE, Map.of())
                        .close())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no module com.example.nobody on the class path");
    }
}
