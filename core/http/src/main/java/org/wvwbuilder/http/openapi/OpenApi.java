package org.wvwbuilder.http.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** Writes the document: one path item for each path, one operation for each resource method. */
public final class OpenApi {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String BASE = "/api/v1";

    private OpenApi() {}

    /**
     * A resource of a plugin.
     *
     * @param plugin the plugin's id
     * @param title the plugin's title, which groups its operations
     */
    public record Mounted(String plugin, String title, Class<?> resource) {}

    /** The whole document as JSON text. */
    public static String document(String version, List<Mounted> mounted) {
        var document = JSON.objectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "WvW Builder")
                .put("version", version)
                .put("summary", "Builds and squads of a World-vs-World guild")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", "/").put("description", "This server");
        var tags = document.putArray("tags");
        mounted.stream().map(Mounted::title).distinct().sorted().forEach(title -> tags.addObject().put("name", title));
        var schemas = new Schemas();
        describePaths(document.putObject("paths"), mounted, schemas);
        var components = document.putObject("components");
        components.set("schemas", schemas.components());
        components.set("responses", problemResponse());
        components.putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put("description", "The access_token of POST /api/v1/auth/login");
        return document.toPrettyString();
    }

    private static void describePaths(ObjectNode paths, List<Mounted> mounted, Schemas schemas) {
        var ids = new HashSet<String>();
        mounted.stream()
                .flatMap(resource -> Endpoint.of(resource).stream())
                .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
                .forEach(endpoint -> {
                    var path = BASE + endpoint.path();
                    var item = paths.has(path) ? (ObjectNode) paths.get(path) : paths.putObject(path);
                    item.set(endpoint.method(), new OperationWriter(endpoint, schemas).write(unique(ids, endpoint)));
                });
    }

    private static String unique(HashSet<String> taken, Endpoint endpoint) {
        var id = endpoint.operationId();
        var tried = id;
        for (var i = 2; !taken.add(tried); i++) tried = id + i;
        return tried;
    }

    private static ObjectNode problemResponse() {
        var responses = JSON.objectNode();
        var problem = responses.putObject("Problem");
        problem.put("description", "The request was refused; the detail says what to do (RFC 9457)");
        problem.putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
        return responses;
    }
}
