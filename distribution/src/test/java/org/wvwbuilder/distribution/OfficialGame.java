package org.wvwbuilder.distribution;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Stands for the game's official API, in its shapes: it learns the facts from the server under test and tells them
 * back. A test changes facts, holds answers back, or lets it refuse.
 */
final class OfficialGame implements AutoCloseable {
    private static final Gson JSON = new Gson();

    final AtomicInteger build = new AtomicInteger(183_221);
    volatile boolean refusing;
    private final Map<String, TreeMap<Integer, JsonObject>> lists = new TreeMap<>();
    private final Semaphore answers = new Semaphore(1_000_000);
    private final HttpServer server;

    private OfficialGame(HttpServer server) {
        this.server = server;
        server.createContext("/v2/", this::answer);
        server.setExecutor(Thread::startVirtualThread);
        server.start();
    }

    static OfficialGame start() throws IOException {
        // Else each answer waits forty milliseconds for the client's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        return new OfficialGame(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50));
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Takes over the facts that a server ships. */
    void learn(ApiClient client) throws IOException, InterruptedException {
        for (var name : new String[] {"specializations", "traits", "skills", "pets", "itemstats", "legends"}) {
            copy(client, name, name);
        }
        copy(client, "upgrades", "items");
        copy(client, "professions", "professions");
        lists.get("traits").values().forEach(trait -> {
            var choice = trait.get("choice");
            trait.addProperty("order", choice == null || choice.isJsonNull() ? 0 : choice.getAsInt() - 1);
        });
        lists.get("skills").values().forEach(OfficialGame::skill);
        lists.get("items").values().forEach(item -> item.addProperty("type", "UpgradeComponent"));
        lists.get("legends").values().forEach(legend -> {
            legend.add("code", legend.get("id"));
            legend.addProperty("id", "Legend" + legend.get("code").getAsInt());
        });
    }

    private static void skill(JsonObject skill) {
        var weapon = skill.get("weapon");
        skill.addProperty("weapon_type", weapon == null || weapon.isJsonNull() ? "None" : weapon.getAsString());
        var seconds = skill.get("recharge_pve");
        if (seconds == null || seconds.isJsonNull()) return;
        var facts = new JsonArray();
        var recharge = new JsonObject();
        recharge.addProperty("type", "Recharge");
        recharge.add("value", seconds);
        facts.add(recharge);
        skill.add("facts", facts);
    }

    private void copy(ApiClient client, String list, String as) throws IOException, InterruptedException {
        var all = lists.computeIfAbsent(as, any -> new TreeMap<>());
        var cursor = "";
        do {
            var answer = client.get("/api/v1/" + list + "?limit=200" + cursor);
            var page = JsonParser.parseString(answer.body()).getAsJsonObject();
            for (var item : page.getAsJsonArray("items")) {
                var fact = item.getAsJsonObject();
                all.put((as.equals("professions") ? fact.get("code") : fact.get("id")).getAsInt(), fact);
            }
            var next = page.get("next_cursor");
            cursor = next == null || next.isJsonNull() ? "" : "&cursor=" + next.getAsString();
        } while (!cursor.isEmpty());
    }

    /** A fact, to be changed. */
    JsonObject fact(String list, int id) {
        return lists.get(list).get(id);
    }

    void forget(String list, int id) {
        lists.get(list).remove(id);
    }

    void tell(String list, JsonObject fact) {
        lists.get(list).put(fact.get("id").getAsInt(), fact);
    }

    /** Gives so many answers more, then waits for {@link #goOn}. */
    void holdAfter(int more) {
        answers.drainPermits();
        answers.release(more);
    }

    void goOn() {
        answers.release(1_000_000);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            if (!answers.tryAcquire(60, TimeUnit.SECONDS)) throw new IOException("nobody let the answer go");
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IOException(ended);
        }
        if (refusing) {
            send(exchange, 400, "{\"text\":\"no\"}");
            return;
        }
        var query = query(exchange);
        var list = exchange.getRequestURI().getPath().substring("/v2/".length());
        var lang = query.getOrDefault("lang", "en");
        switch (list) {
            case "build" -> send(exchange, 200, "{\"id\":" + build.get() + "}");
            case "professions", "legends" -> send(exchange, 200, JSON.toJson(all(list, lang)));
            default -> facts(exchange, list, query.get("ids"), lang);
        }
    }

    private JsonArray all(String list, String lang) {
        var all = new JsonArray();
        lists.get(list).values().forEach(fact -> all.add(spoken(fact, lang)));
        return all;
    }

    private void facts(HttpExchange exchange, String list, String ids, String lang) throws IOException {
        var known = lists.get(list);
        if (ids == null) {
            send(exchange, 200, JSON.toJson(known.keySet()));
            return;
        }
        var found = new JsonArray();
        Stream.of(ids.split(","))
                .map(Integer::valueOf)
                .filter(known::containsKey)
                .forEach(id -> found.add(spoken(known.get(id), lang)));
        send(
                exchange,
                found.isEmpty() ? 404 : 200,
                found.isEmpty() ? "{\"text\":\"all ids provided are invalid\"}" : JSON.toJson(found));
    }

    /** Foreign names are the English ones, marked with the language. */
    private static JsonElement spoken(JsonObject fact, String lang) {
        if (lang.equals("en")) return fact;
        var foreign = fact.deepCopy();
        var name = fact.get("name");
        if (name != null) foreign.addProperty("name", name.getAsString() + " (" + lang + ")");
        return foreign;
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var query = new TreeMap<String, String>();
        for (var pair : String.valueOf(exchange.getRequestURI().getRawQuery()).split("&")) {
            var parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[parts.length - 1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private static void send(HttpExchange exchange, int status, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        goOn();
        server.stop(0);
    }
}
