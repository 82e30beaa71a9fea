package org.wvwbuilder.tools.fuzzer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What can stand for the parameters of paths. An object that {@code /builds} answered is probably one that {@code
 * /builds/{id}} knows, so its id is kept for that path and for all below.
 */
final class Places {
    private static final List<String> IDS = List.of("id", "code", "name", "run");

    /** The paths of single things, by the path of their collection. */
    private final Map<String, TreeSet<String>> things = new TreeMap<>();

    private final Map<String, List<Map<String, String>>> known = new HashMap<>();

    Places(Contract contract) {
        for (var operation : contract.operations()) {
            var path = operation.path();
            for (int end = path.indexOf('}'); end > 0; end = path.indexOf('}', end + 1)) {
                var thing = path.substring(0, end + 1);
                if (path.startsWith("/{", end + 1)) continue;
                things.computeIfAbsent(thing.replaceAll("(/\\{[^}]+})+$", ""), name -> new TreeSet<>())
                        .add(thing);
            }
        }
    }

    void learn(String caller, String path, Map<String, String> values, JsonNode answer) {
        for (var thing : things.values()) {
            for (var each : thing) {
                if (path.startsWith(each) && values.keySet().containsAll(names(each)))
                    keep(caller, each, only(values, each));
            }
        }
        if (answer == null) return;
        for (var thing : things.getOrDefault(path, new TreeSet<>())) {
            if (keep(caller, thing, values, answer)) continue;
            for (var item : answer) {
                keep(caller, thing, values, item);
                for (var inner : item) keep(caller, thing, values, inner);
            }
        }
    }

    /** Whether the object has what the path of such a thing needs. */
    private boolean keep(String caller, String thing, Map<String, String> values, JsonNode object) {
        if (!object.isObject()) return false;
        var all = new LinkedHashMap<>(values);
        var missing =
                names(thing).stream().filter(name -> !values.containsKey(name)).toList();
        for (var name : missing) {
            var value = object.path(name);
            for (int i = 0; !usable(value) && missing.size() == 1 && i < IDS.size(); i++)
                value = object.path(IDS.get(i));
            if (!usable(value)) return false;
            all.put(name, value.asText());
        }
        keep(caller, thing, all);
        return true;
    }

    private void keep(String caller, String thing, Map<String, String> values) {
        Memory.keep(known, thing, values);
        Memory.keep(known, thing + ' ' + caller, values);
    }

    private static boolean usable(JsonNode value) {
        return value.isTextual() || value.isIntegralNumber();
    }

    /** Values that belong together for the longest part of the path of which such are known. */
    Map<String, String> values(String caller, String path, Dice dice) {
        for (int end = path.lastIndexOf('}'); end > 0; end = path.lastIndexOf('}', end - 1)) {
            var thing = path.substring(0, end + 1);
            var own = known.getOrDefault(thing + ' ' + caller, List.of());
            if (!own.isEmpty() && dice.chance(0.7)) return dice.recent(own);
            var all = known.getOrDefault(thing, List.of());
            if (!all.isEmpty()) return dice.recent(all);
        }
        return Map.of();
    }

    /** What identifies one of the things that a field is called after: of {@code team_id} a team. */
    Optional<String> called(String field, Dice dice) {
        var collection = "/" + field.replaceAll("_id$", "") + "s/{";
        for (var each : known.entrySet()) {
            int at = each.getKey().indexOf(collection);
            if (at < 0 || each.getKey().indexOf('}', at) < each.getKey().length() - 1) continue;
            return Optional.of(
                    dice.recent(each.getValue()).get(names(each.getKey()).getLast()));
        }
        return Optional.empty();
    }

    private static Map<String, String> only(Map<String, String> values, String thing) {
        var some = new LinkedHashMap<String, String>();
        for (var name : names(thing)) some.put(name, values.get(name));
        return some;
    }

    private static List<String> names(String path) {
        var names = new ArrayList<String>();
        for (int at = path.indexOf('{'); at >= 0; at = path.indexOf('{', at + 1)) {
            names.add(path.substring(at + 1, path.indexOf('}', at)));
        }
        return names;
    }
}
