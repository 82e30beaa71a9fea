package org.wvwbuilder.tools.fuzzer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the server told so far: values for the fields of bodies, and bodies as a whole. */
final class Memory {
    private static final int KEPT = 40;
    private static final int LONGEST = 20_000;
    private static final int DEEPEST = 6;

    private final Places places;
    private final Map<String, List<JsonNode>> seeds = new HashMap<>();
    private final Map<String, List<JsonNode>> fields = new HashMap<>();
    private final Map<String, List<JsonNode>> accepted = new HashMap<>();

    Memory(Contract contract) {
        this.places = new Places(contract);
    }

    /** Something that is known without an answer, and never forgotten. */
    void know(String field, JsonNode value) {
        keep(seeds, field, value);
    }

    /**
     * Learns from a success.
     *
     * @param caller whose success it is
     * @param values what stood for the parameters of its path
     */
    void learn(String caller, Operation operation, Map<String, String> values, JsonNode sent, JsonNode answer) {
        if (sent != null) keep(accepted, operation.name(), sent);
        if (answer != null) walk(answer, 0);
        places.learn(caller, operation.path(), values, answer);
    }

    private void walk(JsonNode node, int depth) {
        if (depth > DEEPEST) return;
        for (var field : node.properties()) {
            if (field.getValue().toString().length() < LONGEST) keep(fields, field.getKey(), field.getValue());
        }
        int seen = 0;
        for (var child : node) {
            if (seen++ < KEPT) walk(child, depth + 1);
        }
    }

    /** Values for the parameters of a path that belong together, as far as such were seen; rather the caller's own. */
    Map<String, String> values(String caller, String path, Dice dice) {
        return places.values(caller, path, dice);
    }

    /** A value that a field of this name had, or that names one of what it is called after. */
    Optional<JsonNode> field(String name, Dice dice) {
        var seeded = seeds.getOrDefault(name, List.of());
        if (!seeded.isEmpty() && dice.chance(0.7)) return Optional.of(dice.recent(seeded));
        var named = dice.chance(0.7) ? places.called(name, dice) : Optional.<String>empty();
        if (named.isPresent()) return named.map(JsonNodeFactory.instance::textNode);
        var known = fields.getOrDefault(name, List.of());
        return known.isEmpty() ? Optional.empty() : Optional.of(dice.recent(known));
    }

    /** A body that this operation took. */
    Optional<JsonNode> accepted(Operation operation, Dice dice) {
        var known = accepted.getOrDefault(operation.name(), List.of());
        return known.isEmpty() ? Optional.empty() : Optional.of(dice.recent(known));
    }

    static <T> void keep(Map<String, List<T>> all, String key, T value) {
        var known = all.computeIfAbsent(key, name -> new ArrayList<>());
        known.remove(value);
        known.add(value);
        if (known.size() > KEPT) known.removeFirst();
    }
}
