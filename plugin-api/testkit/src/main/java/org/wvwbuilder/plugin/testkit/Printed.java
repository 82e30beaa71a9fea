package org.wvwbuilder.plugin.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What a command answered.
 *
 * @param exit its exit code: 0 when all went well
 * @param out what it printed
 * @param err what it printed as errors
 */
public record Printed(int exit, String out, String err) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What it printed with {@code --json}. */
    public JsonNode json() {
        try {
            return JSON.readTree(out);
        } catch (JsonProcessingException other) {
            throw new AssertionError("the output is no JSON: " + out, other);
        }
    }

    /** The same, if it ended with this exit code; so that a failed test shows what it said instead. */
    public Printed require(int expected) {
        if (exit == expected) return this;
        throw new AssertionError("expected the exit code " + expected + ", but it was " + exit + ": " + err + out);
    }
}
