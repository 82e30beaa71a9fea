package org.wvwbuilder.distribution;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The routes that an OpenAPI document describes: {@code GET /api/v1/builds/{id}}. */
final class Routes {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private Routes() {}

    static SortedSet<String> of(String document) throws IOException {
        var routes = new TreeSet<String>();
        new ObjectMapper()
                .readTree(document)
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method)) routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                }));
        return routes;
    }

    /** The names of the types that the document describes. */
    static SortedSet<String> types(String document) throws IOException {
        var types = new TreeSet<String>();
        new ObjectMapper()
                .readTree(document)
                .at("/components/schemas")
                .fieldNames()
                .forEachRemaining(types::add);
        return types;
    }
}
