package org.wvwbuilder.builds.official;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.catalogue.Facts.Named;

/**
 * Stands for the game's official API: it answers in its shapes, with the facts of the shipped catalogue. A test changes
 * facts, and orders faults, each of which is the answer to one request.
 */
public final class OfficialStub implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    /** An answer that is no good. */
    public record Fault(int status, String body, Map<String, String> headers) {
        public static Fault status(int status) {
            return new Fault(status, "{\"text\":\"no\"}", Map.of());
        }
    }

    /** An answer of the player's part. */
    record Answer(int status, String body) {}

    /** A request: its path, its parameters, and the key that came with it. */
    public record Asked(String path, Map<String, String> query, String key) {}

    public final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    public final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    public final Map<String, Map<Integer, Map<String, Object>>> facts = new TreeMap<>();
    public final Map<String, Map<String, Object>> professions = new TreeMap<>();
    public final PlayerStub player = new PlayerStub();
    public volatile int build = 183_221;
    private final List<Map<String, Object>> legends = new ArrayList<>();
    private final HttpServer server;

    static {
        // Else each answer waits forty milliseconds for the client's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private OfficialStub(HttpServer server) {
        this.server = server;
        fill(Catalogue.load());
        server.createContext("/", this::answer);
        server.start();
    }

    public static OfficialStub start() throws IOException {
        return new OfficialStub(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50));
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** The JSON of a fact, to be changed. */
    public Map<String, Object> fact(String list, int id) {
        return facts.get(list).get(id);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void fill(Catalogue known) {
        for (var s : known.specializations().all()) {
            put(
                    "specializations",
                    s,
                    Map.of(
                            "profession",
                            s.profession(),
                            "elite",
                            s.elite(),
                            "minor_traits",
                            s.minorTraits(),
                            "major_traits",
                            s.majorTraits()));
        }
        for (var t : known.traits().all()) {
            put(
                    "traits",
                    t,
                    Map.of(
                            "specialization",
                            t.specialization(),
                            "slot",
                            t.slot(),
                            "tier",
                            t.tier(),
                            "order",
                            t.choice().map(choice -> choice - 1).orElse(0)));
        }
        for (var s : known.skills().all()) {
            var more =
                    new HashMap<String, Object>(Map.of("professions", s.professions(), "categories", s.categories()));
            more.put("type", s.type().orElse(null));
            more.put("slot", s.slot().orElse(null));
            more.put("weapon_type", s.weapon().orElse("None"));
            s.specialization().ifPresent(id -> more.put("specialization", id));
            s.rechargePve()
                    .ifPresent(seconds -> more.put(
                            "facts", List.of(Map.of("type", "Recharge", "value", seconds, "text", "Recharge"))));
            put("skills", s, more);
        }
        known.pets().all().forEach(pet -> put("pets", pet, Map.of("skills", List.of())));
        for (var stat : known.itemStats().all()) {
            put(
                    "itemstats",
                    stat,
                    Map.of(
                            "attributes",
                            stat.attributes().stream()
                                    .map(a -> Map.of(
                                            "attribute",
                                            a.attribute(),
                                            "multiplier",
                                            a.multiplier(),
                                            "value",
                                            a.value()))
                                    .toList()));
        }
        known.upgrades().all().forEach(item -> put("items", item, Map.of("type", "UpgradeComponent")));
        for (var item : PlayerStub.read("items.json")) facts.get("items").put((Integer) item.get("id"), item);
        for (var p : known.professions()) {
            professions.put(
                    p.id(),
                    new LinkedHashMap<>(Map.of(
                            "id", p.id(), "name", p.name(), "code", p.code(), "specializations", p.specializations())));
        }
        for (var l : known.legends().all()) {
            legends.add(Map.of(
                    "id",
                    "Legend" + l.id(),
                    "code",
                    l.id(),
                    "swap",
                    l.swap(),
                    "heal",
                    l.heal(),
                    "utilities",
                    l.utilities(),
                    "elite",
                    l.elite()));
        }
    }

    private void put(String list, Named fact, Map<String, Object> more) {
        var json = new LinkedHashMap<String, Object>(more);
        json.put("id", fact.id());
        json.put("name", fact.name());
        facts.computeIfAbsent(list, any -> new TreeMap<>()).put(fact.id(), json);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var query = new TreeMap<String, String>();
        for (var pair : String.valueOf(exchange.getRequestURI().getRawQuery()).split("&")) {
            var parts = pair.split("=", 2);
            query.put(parts[0], URLDecoder.decode(parts[parts.length - 1], StandardCharsets.UTF_8));
        }
        var path = exchange.getRequestURI().getPath();
        asked.add(new Asked(path, query, exchange.getRequestHeaders().getFirst("Authorization")));
        var fault = faults.poll();
        if (fault != null) {
            fault.headers().forEach(exchange.getResponseHeaders()::set);
            send(exchange, fault.status(), fault.body());
        } else if (PlayerStub.knows(path.substring("/v2/".length()))) {
            var answer = player.answer(
                    path.substring("/v2/".length()),
                    query,
                    exchange.getRequestHeaders().getFirst("Authorization"));
            send(exchange, answer.status(), answer.body());
        } else {
            good(exchange, path.substring("/v2/".length()), query);
        }
    }

    private void good(HttpExchange exchange, String list, Map<String, String> query) throws IOException {
        var lang = query.getOrDefault("lang", "en");
        switch (list) {
            case "build" -> send(exchange, 200, JSON.writeValueAsString(Map.of("id", build)));
            case "professions" ->
                send(
                        exchange,
                        200,
                        JSON.writeValueAsString(professions.values().stream()
                                .map(fact -> spoken(fact, lang))
                                .toList()));
            case "legends" -> send(exchange, 200, JSON.writeValueAsString(legends));
            default -> facts(exchange, facts.get(list), query.get("ids"), lang);
        }
    }

    private void facts(HttpExchange exchange, Map<Integer, Map<String, Object>> all, String ids, String lang)
            throws IOException {
        if (ids == null) {
            send(exchange, 200, JSON.writeValueAsString(all.keySet()));
            return;
        }
        var wanted = Arrays.stream(ids.split(",")).map(Integer::valueOf).toList();
        if (wanted.size() > 200) {
            send(exchange, 400, "{\"text\":\"id list too long; this endpoint is limited to 200 ids at once\"}");
            return;
        }
        var found = wanted.stream()
                .filter(all::containsKey)
                .map(id -> spoken(all.get(id), lang))
                .toList();
        int status = found.isEmpty() ? 404 : found.size() < wanted.size() ? 206 : 200;
        send(
                exchange,
                status,
                found.isEmpty() ? "{\"text\":\"all ids provided are invalid\"}" : JSON.writeValueAsString(found));
    }

    /** Foreign names are the English ones, marked with the language. */
    private static Map<String, Object> spoken(Map<String, Object> fact, String lang) {
        if (lang.equals("en")) return fact;
        var foreign = new LinkedHashMap<>(fact);
        foreign.put("name", fact.get("name") + " (" + lang + ")");
        return foreign;
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
