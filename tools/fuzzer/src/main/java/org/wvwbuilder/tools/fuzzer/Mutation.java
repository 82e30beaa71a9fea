package org.wvwbuilder.tools.fuzzer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Changes a value that is right in one place, so that everything before that place is passed. */
final class Mutation {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Mutation() {}

    static JsonNode of(JsonNode good, Dice dice) {
        var changed = good.deepCopy();
        var parents = new ArrayList<JsonNode>();
        collect(changed, parents);
        if (parents.isEmpty()) return other(good, dice);
        switch (dice.pick(parents)) {
            case ObjectNode object -> change(object, dice);
            case ArrayNode array -> change(array, dice);
            default -> throw new IllegalStateException("only objects and arrays were collected");
        }
        return changed;
    }

    private static void collect(JsonNode node, List<JsonNode> parents) {
        if (!node.isContainerNode()) return;
        parents.add(node);
        for (var child : node) collect(child, parents);
    }

    private static void change(ObjectNode object, Dice dice) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || dice.chance(0.1)) {
            object.set(dice.chance(0.5) ? "unknown" : Hostile.text(dice), JSON.numberNode(1));
            return;
        }
        var name = dice.pick(names);
        if (dice.chance(0.2)) object.remove(name);
        else object.set(name, other(object.get(name), dice));
    }

    private static void change(ArrayNode array, Dice dice) {
        if (array.isEmpty() || dice.chance(0.1)) {
            array.add(other(JSON.nullNode(), dice));
            return;
        }
        int index = dice.below(array.size());
        switch (dice.below(5)) {
            case 0 -> array.remove(index);
            case 1 -> array.add(array.get(index).deepCopy());
            case 2 -> grow(array, array.get(index));
            case 3 -> array.set(index, JSON.nullNode());
            default -> array.set(index, other(array.get(index), dice));
        }
    }

    private static void grow(ArrayNode array, JsonNode item) {
        if (item.toString().length() > 2_000) return;
        for (int i = 0; i < 300; i++) array.add(item.deepCopy());
    }

    /** Mostly of the same kind, but at its bounds. */
    private static JsonNode other(JsonNode value, Dice dice) {
        if (dice.chance(0.7)) {
            if (value.isTextual()) return text(value.asText(), dice);
            if (value.isNumber()) return number(dice);
        }
        return switch (dice.below(8)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(true);
            case 2 -> number(dice);
            case 3 -> JSON.arrayNode();
            case 4 -> JSON.objectNode();
            case 5 -> JSON.arrayNode().add(value.deepCopy());
            default -> JSON.textNode(Hostile.text(dice));
        };
    }

    private static JsonNode text(String value, Dice dice) {
        if (value.isEmpty() || dice.chance(0.7)) return JSON.textNode(Hostile.text(dice));
        int at = dice.below(value.length());
        return JSON.textNode(value.substring(0, at) + (char) (1 + dice.below(500)) + value.substring(at + 1));
    }

    private static JsonNode number(Dice dice) {
        return DecimalNode.valueOf(new BigDecimal(Hostile.number(dice)));
    }
}
