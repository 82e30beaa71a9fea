package org.wvwbuilder.tools.fuzzer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * One request and what was meant by it.
 *
 * @param values what stands for the parameters of the path
 * @param type of the body, empty for none
 * @param sent the body before it became bytes, null when it is none that can be learned from
 */
record Attempt(
        long number,
        Operation operation,
        Kind kind,
        String caller,
        Map<String, String> values,
        String type,
        JsonNode sent,
        Request request) {

    /** How far it keeps to the document. */
    enum Kind {
        VALID,
        NEARLY_VALID,
        HOSTILE
    }

    /**
     * Whether method and path are those of the operation, so that its contract binds the answer. Where nothing stands for a
     * parameter, the path is that of the collection.
     */
    boolean isOfOperation() {
        return request.method().equals(operation.method())
                && values.values().stream().noneMatch(String::isEmpty);
    }
}
