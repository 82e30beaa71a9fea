package com.example.discordannouncer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.plugin.Database.Engine;
import org.wvwbuilder.plugin.Event.Visibility;
import org.wvwbuilder.plugin.HealthCheck.Health;
import org.wvwbuilder.plugin.event.BuildSaved;
import org.wvwbuilder.plugin.event.CompositionSaved;
import org.wvwbuilder.plugin.testkit.TestServer;
import org.wvwbuilder.testing.Await;

/** Against a Discord of its own; it keeps nothing in the database, so one engine is enough. */
class DiscordAnnouncerTests {
    private final List<JsonNode> posts = new CopyOnWriteArrayList<>();
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private volatile boolean hangs;
    private volatile int status = 204;
    private HttpServer discord;

    @BeforeEach
    void discordBegins() throws IOException {
        discord = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        discord.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        discord.createContext("/", exchange -> {
            posts.add(new ObjectMapper().readTree(exchange.getRequestBody()));
            try {
                if (hangs) mayAnswer.await();
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        discord.start();
    }

    @AfterEach
    void discordEnds() {
        mayAnswer.countDown();
        discord.stop(0);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + discord.getAddress().getPort() + "/hooks/1/s3cret");
    }

    private TestServer server(String language, String patience) {
        return TestServer.of(
                "",
                Engine.SQLITE,
                Map.of(
                        "discord-announcer.webhook", address().toString(),
                        "discord-announcer.language", language,
                        "discord-announcer.patience", patience));
    }

    private static void save(TestServer server, String name, Visibility visibility, boolean created) {
        server.events()
                .publish(new BuildSaved(
                        server.clock().instant(), name, "1", "1", name, "Guardian", "[&DQEAAA==]", visibility, Optional.empty(), created));
    }

    private List<String> texts() {
        return posts.stream().map(post -> post.path("content").asText()).toList();
    }

    @Test
    void newPublicOnesAreAnnouncedAndRingWithNobody() {
        try (var server = server("fr", "5s")) {
            save(server, "Secret sauce", Visibility.PRIVATE, true);
            save(server, "Old one", Visibility.PUBLIC, false);
            save(server, "@everyone \"quoted\"\n", Visibility.PUBLIC, true);
            server.events()
                    .publish(new CompositionSaved(
                            server.clock().instant(), "1", Optional.of("2"), "2", "Reset night", Visibility.PUBLIC, Optional.empty(), true));
            Await.until("both are posted", () -> posts.size() == 2);
            assertTrue(texts().contains("Nouveau build : @everyone \"quoted\"\n (Guardian) [&DQEAAA==]"), texts().toString());
            assertTrue(texts().contains("Nouvelle composition : Reset night"), texts().toString());
            assertEquals("[]", posts.getFirst().path("allowed_mentions").path("parse").toString());
        }
    }

    @Test
    void aDiscordThatHangsHoldsNobodyUpAndLosesOnlyItsOwn() {
        hangs = true;
        try (var server = server("en", "5s")) {
            save(server, "First", Visibility.PUBLIC, true);
            Await.until("Discord has the first one", () -> !posts.isEmpty());
            assertEquals(1, mayAnswer.getCount());
            server.user().get("auth/sessions").require(200);
            save(server, "Second", Visibility.PUBLIC, true);
            Await.until("the second one follows", () -> texts().contains("New build: Second (Guardian) [&DQEAAA==]"));
        }
    }

    @Test
    void aRefusalIsSeenInTheHealthUntilOneIsTakenAgain() throws InterruptedException {
        try (var channel = new Channel(address(), Duration.ofSeconds(5), System.getLogger("test"))) {
            assertEquals(new Health.Up(), channel.health());
            status = 404;
            channel.post("First");
            var told = assertInstanceOf(Health.Degraded.class, channel.health());
            assertTrue(told.why().startsWith("Discord answered 404"), told.why());
            assertFalse(told.why().contains("s3cret"), told.why());
            status = 204;
            channel.post("Second");
            assertEquals(new Health.Up(), channel.health());
        }
    }

    @Test
    void onlyAnHttpsAddressIsTakenAndNeverRepeated() {
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> new DiscordAnnouncer.Config(
                        URI.create("http://discord.example/s3cret"), DiscordAnnouncer.Language.EN, Duration.ofSeconds(5)));
        assertFalse(refused.getMessage().contains("s3cret"));
    }
}
