package org.wvwbuilder.tools.fuzzer;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A body that the server refused although it fits the schema.
 *
 * @param errors of the problem: each points to a place
 */
record Rejected(JsonNode body, JsonNode errors) {

    /** The same with what the errors point to made anew, or left out. */
    JsonNode mended(JsonNode schema, Values values, Dice dice) {
        var mended = body.deepCopy();
        for (var error : errors) {
            var text = error.path("pointer").asText();
            if (text.startsWith("/")) mend(mended, schema, JsonPointer.compile(text), values, dice);
        }
        return mended;
    }

    private static void mend(JsonNode body, JsonNode schema, JsonPointer place, Values values, Dice dice) {
        var parent = body.at(place.head());
        var wanted = values.at(schema, place);
        var name = place.last().getMatchingProperty();
        if (parent instanceof ObjectNode object) {
            if (wanted.isMissingNode() || dice.chance(0.4)) object.remove(name);
            else object.set(name, values.valid(wanted, name, dice));
        } else if (parent instanceof ArrayNode array && array.has(place.last().getMatchingIndex())) {
            var singular = Values.singular(place.head().last().getMatchingProperty());
            if (dice.chance(0.25)) array.remove(place.last().getMatchingIndex());
            else array.set(place.last().getMatchingIndex(), values.valid(wanted, singular, dice));
        }
    }
}
