package org.wvwbuilder.loadtest.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the requests of a scenario from parsed JSON; see {@code loadtest.md} for its shape. Unknown keys are refused. */
public record ScenarioFile(Map<?, ?> document) {
    private static final Set<String> KEYS = Set.of(
            "name", "method", "path", "headers", "body", "signed_in", "requests", "concurrency", "weight", "expect");

    /** @throws IllegalArgumentException with what is wrong where */
    public Scenario scenario() {
        known(document, Set.of("name", "endpoints"), "the scenario");
        if (!(document.get("endpoints") instanceof List<?> list)) {
            throw new IllegalArgumentException("the scenario wants endpoints: a list");
        }
        var endpoints = new ArrayList<Endpoint>();
        for (var item : list) {
            if (!(item instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException("endpoints[" + endpoints.size() + "] must be an object");
            }
            endpoints.add(endpoint(map, "endpoints[" + endpoints.size() + "]"));
        }
        return new Scenario(text(document, "name", "scenario", "the scenario"), endpoints);
    }

    private static void known(Map<?, ?> map, Set<String> keys, String where) {
        for (var key : map.keySet()) {
            if (!keys.contains(String.valueOf(key))) {
                throw new IllegalArgumentException(where + " knows no key '" + key + "': there are "
                        + String.join(", ", keys.stream().sorted().toList()));
            }
        }
    }

    private static Endpoint endpoint(Map<?, ?> map, String where) {
        known(map, KEYS, where);
        var path = text(map, "path", "", where);
        var method = text(map, "method", "GET", where);
        var requests = whole(map, "requests", 50, where);
        return new Endpoint(
                text(
                        map,
                        "name",
                        (method + " " + path).substring(0, Math.min(60, method.length() + 1 + path.length())),
                        where),
                method,
                path,
                headers(map, where),
                text(map, "body", "", where),
                signedIn(map, where),
                requests,
                whole(map, "concurrency", Math.min(10, requests), where),
                whole(map, "weight", 1, where),
                expected(map, where));
    }

    private static String text(Map<?, ?> map, String key, String missing, String where) {
        return switch (map.get(key)) {
            case null -> missing;
            case String text -> text;
            default -> throw new IllegalArgumentException(where + " wants " + key + " in quotes");
        };
    }

    private static int whole(Map<?, ?> map, String key, int missing, String where) {
        return switch (map.get(key)) {
            case null -> missing;
            case Integer number -> number;
            default -> throw new IllegalArgumentException(where + " wants " + key + " as a whole number");
        };
    }

    private static boolean signedIn(Map<?, ?> map, String where) {
        return switch (map.get("signed_in")) {
            case null -> true;
            case Boolean flag -> flag;
            default -> throw new IllegalArgumentException(where + " wants signed_in as true or false");
        };
    }

    private static Map<String, String> headers(Map<?, ?> map, String where) {
        var headers = new LinkedHashMap<String, String>();
        switch (map.get("headers")) {
            case null -> {}
            case Map<?, ?> given ->
                given.keySet()
                        .forEach(key -> headers.put(
                                String.valueOf(key), text(given, String.valueOf(key), "", where + ".headers")));
            default -> throw new IllegalArgumentException(where + " wants headers as an object of texts");
        }
        return headers;
    }

    private static List<Integer> expected(Map<?, ?> map, String where) {
        var complaint = where + " wants expect as a status or a list of them";
        return switch (map.get("expect")) {
            case null -> List.of();
            case Integer status -> List.of(status);
            case List<?> statuses -> {
                if (!statuses.stream().allMatch(Integer.class::isInstance))
                    throw new IllegalArgumentException(complaint);
                yield statuses.stream().map(Integer.class::cast).toList();
            }
            default -> throw new IllegalArgumentException(complaint);
        };
    }
}
