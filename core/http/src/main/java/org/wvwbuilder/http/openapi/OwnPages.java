package org.wvwbuilder.http.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What the document says of the server's own addresses, and of problems. */
final class OwnPages {
    private OwnPages() {}

    static void add(ObjectNode paths) {
        page(paths, "/openapi.json", "server_openapi", "This document.", "application/json");
        page(paths, "/docs/", "server_docs", "This document, to read and try in a browser.", "text/html");
        page(
                paths,
                "/metrics",
                "server_metrics",
                "Metrics as Prometheus reads them; for administrators and processes of the server's machine.",
                "text/plain");
    }

    private static void page(ObjectNode paths, String path, String id, String summary, String type) {
        var get = paths.putObject(path).putObject("get");
        get.put("operationId", id).put("summary", summary);
        get.putArray("tags").add("server");
        var responses = get.putObject("responses");
        responses
                .putObject("200")
                .put("description", "OK")
                .putObject("content")
                .putObject(type)
                .putObject("schema");
        Operations.problem(responses.putObject("default"), "A problem");
        var security = get.putArray("security");
        security.addObject();
        security.addObject().putArray("bearer");
    }

    static ObjectNode problem() {
        var schema = Schemas.typed("object").put("description", "What went wrong (RFC 9457).");
        var properties = schema.putObject("properties");
        text(properties, "type", "Stable, for programs: urn:wvw:problem:not-found.")
                .put("format", "uri");
        text(properties, "title", "The status in words.");
        properties.set("status", Schemas.typed("integer").put("description", "The HTTP status."));
        text(properties, "detail", "A sentence for people that says what to do.");
        text(properties, "instance", "The request's id, as in the header X-Request-Id.")
                .put("format", "uri");
        var errors = Schemas.typed("array").put("description", "The fields that are not right.");
        var item = errors.putObject("items").put("type", "object");
        text(item.putObject("properties"), "pointer", "JSON pointer into the body; a query parameter as ?limit.");
        text(item.withObjectProperty("properties"), "detail", "What is expected there.");
        item.putArray("required").add("pointer").add("detail");
        properties.set("errors", errors);
        schema.putArray("required")
                .add("type")
                .add("title")
                .add("status")
                .add("detail")
                .add("instance")
                .add("errors");
        return schema;
    }

    private static ObjectNode text(ObjectNode properties, String name, String description) {
        var schema = Schemas.typed("string").put("description", description);
        properties.set(name, schema);
        return schema;
    }
}
