package org.wvwbuilder.plugin.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;

/**
 * What the server answered.
 *
 * @param body as text, empty when there is none
 */
public record Reply(int status, HttpHeaders headers, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The body read as JSON; a missing node when there is none. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException other) {
            throw new AssertionError("the body is no JSON: " + body, other);
        }
    }

    /** The first value of a header, empty when it is absent. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The same, if the server answered with this status; so that a failed test shows what it said instead. */
    public Reply require(int expected) {
        if (status == expected) return this;
        throw new AssertionError("expected " + expected + ", but the server answered " + status + ": " + body + hint());
    }

    /** What its author, who is no administrator of the server, does about a call that took too long. */
    private String hint() {
        if (!body.contains("plugin-too-late")) return "";
        return "\nWhere it stood is in target/surefire-reports/CLASS-output.txt, or in the console of your IDE. If the machine is"
                + " just busy with other work, -D" + Patience.PROPERTY + "=4 waits four times as long.";
    }
}
