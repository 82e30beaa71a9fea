package com.example.killfeed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wvwbuilder.plugin.Database.Engine;
import org.wvwbuilder.plugin.testkit.TestServer;

/** Against a game of its own, whose address is known only when it runs: so each test makes its server by itself. */
class KillFeedTests {
    private volatile int status = 200;
    private volatile String told = "";
    private HttpServer game;

    @BeforeEach
    void theGameBegins() throws IOException {
        game = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        game.createContext("/v2/wvw/matches/2-1", exchange -> {
            try (exchange) {
                var bytes = told.getBytes();
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        game.start();
    }

    @AfterEach
    void theGameEnds() {
        game.stop(0);
    }

    private TestServer server(Engine engine) {
        var address = "http://127.0.0.1:" + game.getAddress().getPort() + "/v2/wvw/matches/2-1";
        return TestServer.of("", engine, Map.of("kill-feed.source", address, "kill-feed.keep", "1d"));
    }

    /** The game's own shape, shortened. */
    private static String match(int red) {
        return """
                {"id": "2-1", "scores": {"red": 1, "blue": 2, "green": 3}, "kills": {"red": %d, "blue": 70, "green": 8}}"""
                .formatted(red);
    }

    @ParameterizedTest
    @EnumSource
    void whatEachReadingGainedIsToldPageByPage(Engine engine) {
        try (var server = server(engine)) {
            read(server, match(10));
            server.clock().advance(Duration.ofDays(2));
            read(server, match(100));
            read(server, match(130));
            assertEquals("match 2-1, 83 kills so far", read(server, match(5)), "a new week begins");
            assertEquals(List.of("5", "30", "0"), gained(server), "the oldest was forgotten");
            server.anonymous().get("kill-feed").require(401);
            server.user().get("kill-feed?cursor=yesterday").require(422);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SQLITE")
    void aGameThatTellsNoMatchFailsTheJobAndLeavesTheReadings(Engine engine) {
        try (var server = server(engine)) {
            read(server, match(10));
            var other = assertThrows(AssertionError.class, () -> read(server, "{\"text\": \"maintenance\"}"));
            assertTrue(other.getMessage().contains("there is no kills.red"), other.getMessage());
            status = 503;
            var away = assertThrows(AssertionError.class, () -> read(server, ""));
            assertTrue(away.getMessage().endsWith("answered 503"), away.getMessage());
            assertEquals(List.of("0"), gained(server));
        }
    }

    private String read(TestServer server, String match) {
        told = match;
        return server.jobs().run("read");
    }

    /** What red gained by each reading, newest first, gathered from pages of one. */
    private static List<String> gained(TestServer server) {
        var all = new ArrayList<String>();
        var cursor = "";
        do {
            var page = server.user().get("kill-feed?limit=1" + cursor).require(200).json();
            page.path("items").forEach(reading -> all.add(reading.path("gained").path("red").asText()));
            cursor = page.path("next_cursor").isNull() ? "" : "&cursor=" + page.path("next_cursor").asText();
        } while (!cursor.isEmpty());
        return all;
    }
}
