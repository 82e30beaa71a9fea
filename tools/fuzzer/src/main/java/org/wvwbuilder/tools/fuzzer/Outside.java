package org.wvwbuilder.tools.fuzzer;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What lies outside of the server, on this machine: a provider to sign in with, who is another person each time; the game's
 * API, which takes every key; somebody who receives webhooks.
 */
final class Outside implements AutoCloseable {
    private static final String TOKEN = """
            {"id": "0F0E", "name": "builds", "type": "Subtoken", "issued_at": "2026-01-01T00:00:00Z",
             "expires_at": "2199-01-01T00:00:00Z", "permissions": ["account", "builds", "characters"], "urls": [%s]}""";

    private final HttpServer server;
    private final GameFacts facts = new GameFacts();
    private final JsonNode characters;
    /** Of the last narrower key. */
    private volatile String urls = "";

    private final AtomicInteger people = new AtomicInteger();

    Outside() throws IOException {
        // Else each answer waits forty milliseconds for the client's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try (var in = Outside.class.getResourceAsStream("characters.json")) {
            characters = Contract.JSON.readTree(in);
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/token", exchange -> send(exchange, 200, "{\"access_token\": \"opaque\"}"));
        server.createContext("/person", exchange -> {
            int number = people.incrementAndGet();
            send(exchange, 200, "{\"id\": \"%d\", \"username\": \"Nelly%d\"}".formatted(number, number));
        });
        server.createContext("/hook", exchange -> send(exchange, 200, "{}"));
        server.createContext("/v2/", this::game);
        server.setExecutor(Thread::startVirtualThread);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String address() {
        return "http://localhost:" + port();
    }

    /** What the game's API knows from now on. */
    GameFacts facts() {
        return facts;
    }

    private void game(HttpExchange exchange) throws IOException {
        var query = query(exchange);
        var list = exchange.getRequestURI().getPath().substring("/v2/".length());
        switch (list) {
            case "tokeninfo" -> send(exchange, 200, TOKEN.formatted(urls));
            case "account" ->
                send(
                        exchange,
                        200,
                        "{\"id\": \"C19467C6\", \"name\": \"Anna.1234\", \"age\": 1," + " \"world\": 2202}");
            case "createsubtoken" -> {
                urls = "\"" + query.getOrDefault("urls", "").replace(",", "\", \"") + "\"";
                send(
                        exchange,
                        200,
                        "{\"subtoken\": \"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.NARROWER.0123456789abcdefghij\"}");
            }
            case "characters" -> characters(exchange, query.get("ids"));
            default -> {
                var answer = facts.answer(list, query);
                send(exchange, answer.isEmpty() ? 404 : 200, answer.orElse("{\"text\": \"no such thing\"}"));
            }
        }
    }

    private void characters(HttpExchange exchange, String ids) throws IOException {
        var found = Contract.JSON.createArrayNode();
        for (var one : characters) {
            var name = one.path("name");
            if (ids == null) found.add(name);
            else if (List.of(ids.split(",")).contains(name.asText())) found.add(one);
        }
        send(exchange, found.isEmpty() ? 404 : 200, found.toString());
    }

    private static TreeMap<String, String> query(HttpExchange exchange) {
        var query = new TreeMap<String, String>();
        for (var pair : String.valueOf(exchange.getRequestURI().getRawQuery()).split("&")) {
            var parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[parts.length - 1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
