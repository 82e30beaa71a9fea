package org.wvwbuilder.tools.fuzzer;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;

/** Makes values that a schema allows, rather such as the server has used itself. */
final class Values {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 8;

    private final Contract contract;
    private final Memory memory;

    Values(Contract contract, Memory memory) {
        this.contract = contract;
        this.memory = memory;
    }

    /** @param name of the field or parameter that it is for */
    JsonNode valid(JsonNode unresolved, String name, Dice dice) {
        return valid(unresolved, name, dice, 0);
    }

    private JsonNode valid(JsonNode unresolved, String name, Dice dice, int depth) {
        var schema = contract.resolve(unresolved);
        if (!name.isEmpty() && dice.chance(0.6)) {
            var known = memory.field(name, dice);
            if (known.isPresent() && contract.violation(unresolved, known.get()).isEmpty()) return known.get();
        }
        if (schema.has("enum"))
            return schema.get("enum").get(dice.below(schema.get("enum").size()));
        if (schema.has("anyOf")) return valid(choice(schema, dice, depth), name, dice, depth);
        return switch (type(schema, dice)) {
            case "object" -> object(schema, dice, depth);
            case "array" -> array(schema, name, dice, depth);
            case "string" -> JSON.textNode(text(schema.path("format").asText(), name, dice));
            case "integer" -> JSON.numberNode(dice.chance(0.8) ? dice.below(12) : dice.below(5_000));
            case "number" -> JSON.numberNode(dice.below(1_000) / 10.0);
            case "boolean" -> JSON.booleanNode(dice.chance(0.5));
            case "null" -> JSON.nullNode();
            default -> JSON.textNode(text("", name, dice));
        };
    }

    private static JsonNode choice(JsonNode schema, Dice dice, int depth) {
        var choices = schema.get("anyOf");
        // The last one is often null.
        return choices.get(depth > DEEPEST ? choices.size() - 1 : dice.chance(0.7) ? 0 : dice.below(choices.size()));
    }

    private static String type(JsonNode schema, Dice dice) {
        var type = schema.path("type");
        if (type.isTextual()) return type.asText();
        if (type.isEmpty()) return "";
        return type.get(dice.chance(0.8) ? 0 : dice.below(type.size())).asText();
    }

    private JsonNode object(JsonNode schema, Dice dice, int depth) {
        var object = JSON.objectNode();
        var required = new ArrayList<String>();
        double fill = dice.oneOf(0.05, 0.3, 0.7);
        for (var each : schema.path("required")) required.add(each.asText());
        for (var field : schema.path("properties").properties()) {
            boolean wanted = required.contains(field.getKey()) || depth < DEEPEST && dice.chance(fill);
            if (wanted) object.set(field.getKey(), valid(field.getValue(), field.getKey(), dice, depth + 1));
        }
        var more = schema.path("additionalProperties");
        if (!more.isObject() || depth > DEEPEST) return object;
        for (int i = dice.chance(0.6) ? 0 : dice.below(3); i > 0; i--)
            object.set(word(dice), valid(more, "", dice, depth + 1));
        return object;
    }

    private JsonNode array(JsonNode schema, String name, Dice dice, int depth) {
        var array = JSON.arrayNode();
        if (depth > DEEPEST) return array;
        for (int i = dice.below(4); i > 0; i--) array.add(valid(schema.path("items"), singular(name), dice, depth + 1));
        return array;
    }

    static String singular(String name) {
        return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    }

    /** The schema of a place inside a value; missing where there is none. */
    JsonNode at(JsonNode whole, JsonPointer place) {
        var schema = contract.resolve(whole);
        for (var choice : schema.path("anyOf")) {
            var found = at(choice, place);
            if (!found.isMissingNode()) return found;
        }
        if (place.matches()) return whole;
        var next = schema.path("properties").path(place.getMatchingProperty());
        if (next.isMissingNode()) next = schema.path(place.mayMatchElement() ? "items" : "additionalProperties");
        return next.isObject() ? at(next, place.tail()) : MissingNode.getInstance();
    }

    private static String text(String format, String name, Dice dice) {
        return switch (format) {
            case "date-time" ->
                Instant.ofEpochSecond(1_700_000_000L + dice.below(200_000_000)).toString();
            case "date" -> "20" + (10 + dice.below(30)) + "-0" + (1 + dice.below(9)) + "-1" + dice.below(10);
            case "duration" -> "PT" + (1 + dice.below(90)) + "M";
            case "uuid" -> new UUID(dice.any(), dice.any()).toString();
            case "uri-reference", "uri" -> "https://" + word(dice) + ".invalid/" + word(dice);
            default -> named(name, dice);
        };
    }

    private static String named(String name, Dice dice) {
        if (name.contains("email")) return word(dice) + "@example.org";
        if (name.contains("url")) return "https://" + word(dice) + ".invalid/" + word(dice);
        if (name.contains("password")) return "a quaggan in the lava" + dice.oneOf("", " " + word(dice));
        if (name.equals("id") || name.endsWith("_id")) return new UUID(dice.any(), dice.any()).toString();
        return dice.chance(0.7) ? word(dice) : word(dice) + " " + word(dice) + " " + word(dice);
    }

    private static String word(Dice dice) {
        var word = new StringBuilder();
        for (int i = 3 + dice.below(6); i > 0; i--) word.append((char) ('a' + dice.below(26)));
        return word.toString();
    }
}
