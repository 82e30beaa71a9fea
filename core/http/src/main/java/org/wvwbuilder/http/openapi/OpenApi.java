package org.wvwbuilder.http.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** The document that describes all operations. */
public final class OpenApi {
    private final ObjectMapper json;
    private final String version;

    /** @param version of the product */
    public OpenApi(ObjectMapper json, String version) {
        this.json = json;
        this.version = version;
    }

    /** The document of these operations and of the server's own addresses, as UTF-8. */
    public byte[] write(List<Operation> operations) {
        var document = json.createObjectNode();
        document.put("openapi", "3.1.0");
        var info = document.putObject("info");
        info.put("title", "WvW Builder");
        info.put("summary", "Builds and squads of a Guild Wars 2 guild for World versus World.");
        info.put("version", version);
        info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", "/");
        var schemas = new Schemas();
        var paths = document.putObject("paths");
        fill(paths, operations, new Operations(schemas));
        OwnPages.add(paths);
        var components = document.putObject("components");
        components.set("schemas", schemas.components());
        schemas.components().set("Problem", OwnPages.problem());
        components
                .putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "The access token of POST /api/v1/auth/login, or a personal access token.");
        try {
            return json.writeValueAsBytes(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree can always be written", impossible);
        }
    }

    private static void fill(ObjectNode paths, List<Operation> operations, Operations writer) {
        var byPlace = new LinkedHashMap<String, List<Operation>>();
        for (var operation : operations) {
            byPlace.computeIfAbsent(operation.verb() + ' ' + operation.path(), place -> new ArrayList<>())
                    .add(operation);
        }
        // Requests first: what both directions use takes the schema of requests, which asks for less.
        var places = List.copyOf(byPlace.values());
        var bodies = places.stream().map(writer::body).toList();
        for (int i = 0; i < places.size(); i++) {
            var first = places.get(i).getFirst();
            paths.withObjectProperty(first.path())
                    .set(first.verb().toLowerCase(Locale.ROOT), writer.write(places.get(i), bodies.get(i)));
        }
    }
}
