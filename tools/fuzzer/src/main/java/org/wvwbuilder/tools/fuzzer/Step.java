package org.wvwbuilder.tools.fuzzer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wvwbuilder.tools.fuzzer.Attempt.Kind;

/**
 * One request of a journey.
 *
 * @param name of the operation: method and path
 * @param values of the path's parameters
 * @param body null for none
 */
record Step(
        String name,
        Callers.Caller caller,
        Map<String, String> values,
        Map<String, String> query,
        JsonNode body,
        List<String> headers) {

    static Step of(String name, Callers.Caller caller) {
        return new Step(name, caller, Map.of(), Map.of(), null, List.of());
    }

    Step at(String parameter, String value) {
        var more = new LinkedHashMap<>(values);
        more.put(parameter, value);
        return new Step(name, caller, more, query, body, headers);
    }

    Step with(Map<String, String> parameters, String header) {
        return new Step(name, caller, values, parameters, body, List.of(header));
    }

    Step from(String address) {
        return new Step(name, caller, values, query, body, List.of("X-Forwarded-For: " + address));
    }

    Step saying(JsonNode said) {
        return new Step(name, caller, values, query, said, headers);
    }

    /** Fields of texts, each name before its value. */
    Step saying(String... namesAndValues) {
        var said = Contract.JSON.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) said.put(namesAndValues[i], namesAndValues[i + 1]);
        return saying(said);
    }

    /** Nearly the same: what the journey has reached by now is attacked, too. */
    Step bent(Dice dice) {
        if (body instanceof ObjectNode && dice.chance(0.8)) return saying(Mutation.of(body.deepCopy(), dice));
        if (query.isEmpty()) return this;
        var other = new LinkedHashMap<>(query);
        other.put(dice.pick(List.copyOf(query.keySet())), Hostile.text(dice));
        return new Step(name, caller, values, other, body, headers);
    }

    Attempt attempt(long number, Operation operation, Kind kind) {
        var bytes = body == null ? null : body.toString().getBytes(StandardCharsets.UTF_8);
        var request = new Request(operation.method(), target(operation), List.of(), bytes);
        if (!caller.token().isEmpty()) request = request.with("Authorization: Bearer " + caller.token());
        if (body != null) request = request.with("Content-Type: application/json");
        for (var header : headers) request = request.with(header);
        var type = body == null ? "" : "application/json";
        return new Attempt(number, operation, kind, caller.name(), values, type, body, request);
    }

    private String target(Operation operation) {
        var target = operation.path();
        for (var each : values.entrySet()) target = target.replace("{" + each.getKey() + "}", encoded(each.getValue()));
        var separator = "?";
        for (var each : query.entrySet()) {
            target += separator + each.getKey() + "=" + encoded(each.getValue());
            separator = "&";
        }
        return target;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
