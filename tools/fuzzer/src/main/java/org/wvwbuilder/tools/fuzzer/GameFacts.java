package org.wvwbuilder.tools.fuzzer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The facts of the game in the shapes of its API: those that the server ships, one of them changed with each build. */
final class GameFacts {
    private static final int FIRST_BUILD = 183_221;

    private final Map<String, TreeMap<Integer, ObjectNode>> lists = new ConcurrentHashMap<>();
    private final AtomicInteger build = new AtomicInteger(FIRST_BUILD);

    /** Takes over the facts that the server ships. */
    void learn(Wire wire) throws IOException {
        for (var name : new String[] {"specializations", "traits", "skills", "pets", "itemstats", "legends"})
            copy(wire, name, name);
        copy(wire, "upgrades", "items");
        copy(wire, "professions", "professions");
        for (var trait : lists.get("traits").values())
            trait.put("order", Math.max(0, trait.path("choice").asInt(1) - 1));
        for (var skill : lists.get("skills").values()) {
            skill.put("weapon_type", skill.path("weapon").asText("None"));
            var seconds = skill.path("recharge_pve");
            if (!seconds.isNumber()) continue;
            skill.putArray("facts").addObject().put("type", "Recharge").set("value", seconds);
        }
        for (var item : lists.get("items").values()) item.put("type", "UpgradeComponent");
        for (var legend : lists.get("legends").values()) {
            legend.set("code", legend.get("id"));
            legend.put("id", "Legend" + legend.get("code").asInt());
        }
    }

    private void copy(Wire wire, String list, String as) throws IOException {
        var all = new TreeMap<Integer, ObjectNode>();
        var cursor = "";
        do {
            var request = new Request("GET", "/api/v1/" + list + "?limit=200" + cursor, List.of(), null);
            var page = Contract.JSON.readTree(wire.send(request).body());
            for (var fact : page.path("items")) {
                var id = as.equals("professions") ? fact.get("code") : fact.get("id");
                all.put(id.asInt(), (ObjectNode) fact);
            }
            var next = page.path("next_cursor");
            cursor = next.isTextual() ? "&cursor=" + next.asText() : "";
        } while (!cursor.isEmpty());
        lists.put(as, all);
    }

    /** Empty for what it does not know. */
    synchronized Optional<String> answer(String list, Map<String, String> query) {
        if (list.equals("build")) return Optional.of("{\"id\": " + next() + "}");
        var known = lists.get(list);
        if (known == null) return Optional.empty();
        var ids = query.get("ids");
        if (list.equals("professions") || list.equals("legends"))
            return Optional.of(known.values().toString());
        if (ids == null) return Optional.of(known.keySet().toString());
        var found = new ArrayList<ObjectNode>();
        for (var id : ids.split(",")) {
            var fact = known.get(Integer.valueOf(id));
            if (fact == null && list.equals("items")) fact = carried(id);
            if (fact != null) found.add(fact);
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.toString());
    }

    /** What characters carry is no upgrade, and so nothing that the server ships. */
    private static ObjectNode carried(String id) {
        return Contract.JSON
                .createObjectNode()
                .put("id", Integer.parseInt(id))
                .put("name", "Quaggan " + id)
                .put("type", "Trinket");
    }

    private int next() {
        int number = build.incrementAndGet();
        var pets = lists.get("pets");
        if (pets != null && !pets.isEmpty()) pets.firstEntry().getValue().put("name", "Juvenile Quaggan " + number);
        return number;
    }
}
