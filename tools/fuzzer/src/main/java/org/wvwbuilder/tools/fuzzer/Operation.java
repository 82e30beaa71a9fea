package org.wvwbuilder.tools.fuzzer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One operation of the document.
 *
 * @param method in capitals
 * @param path with its parameters in braces
 * @param bodies the schema of each media type that it takes
 * @param answers by status, or "default": the schema of each media type
 * @param roles one of which lets the caller in; empty where everybody may
 */
record Operation(
        String method,
        String path,
        List<Parameter> parameters,
        Map<String, JsonNode> bodies,
        Map<String, Map<String, JsonNode>> answers,
        Set<String> roles) {

    String name() {
        return method + " " + path;
    }

    List<Parameter> in(String place) {
        return parameters.stream().filter(each -> each.in().equals(place)).toList();
    }

    boolean declares(int status) {
        return answers.containsKey(Integer.toString(status));
    }

    /** How often it is tried, beside the others: what changes something is where the faults are. */
    double weight() {
        if (isCostly()) return 0.15;
        if (path.contains("/auth/") || path.contains("password")) return 0.4;
        return switch (method) {
            case "POST", "PUT", "PATCH" -> 2;
            case "DELETE" -> 0.4;
            default -> 1;
        };
    }

    /** What copies the whole database or runs a job would take most of the time. */
    private boolean isCostly() {
        return method.equals("POST") && (path.contains("/backups") || path.endsWith("/run") || path.endsWith("/sync"));
    }
}
