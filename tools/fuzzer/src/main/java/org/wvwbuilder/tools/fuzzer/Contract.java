package org.wvwbuilder.tools.fuzzer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The OpenAPI document: what may be asked, and what may be answered. */
final class Contract {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode document;
    private final List<Operation> operations = new ArrayList<>();
    // By identity: the hash of a schema goes through all of it.
    private final IdentityHashMap<JsonNode, JsonSchema> compiled = new IdentityHashMap<>();
    private final JsonNode problem = JSON.createObjectNode().put("$ref", "#/components/schemas/Problem");
    private final JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    Contract(JsonNode document) {
        this.document = document;
        for (var path : document.path("paths").properties()) {
            for (var method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.add(read(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()));
                }
            }
        }
        if (operations.isEmpty()) throw new IllegalArgumentException("the document describes no operation");
    }

    List<Operation> operations() {
        return operations;
    }

    /** The schema itself, where it is only referred to. */
    JsonNode resolve(JsonNode schema) {
        var reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    /** What the value has that the schema does not allow. */
    Optional<String> violation(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .findFirst();
    }

    JsonNode problem() {
        return problem;
    }

    private JsonSchema compile(JsonNode schema) {
        var whole = (ObjectNode) schema.deepCopy();
        whole.set("components", document.path("components"));
        return schemas.getSchema(whole);
    }

    private static Operation read(String method, String path, JsonNode node) {
        var parameters = new ArrayList<Parameter>();
        for (var each : node.path("parameters")) {
            parameters.add(
                    new Parameter(each.path("name").asText(), each.path("in").asText(), each.path("schema")));
        }
        var answers = new LinkedHashMap<String, Map<String, JsonNode>>();
        for (var each : node.path("responses").properties()) answers.put(each.getKey(), content(each.getValue()));
        return new Operation(
                method, path, parameters, content(node.path("requestBody")), answers, roles(node.path("security")));
    }

    private static Map<String, JsonNode> content(JsonNode owner) {
        var content = new LinkedHashMap<String, JsonNode>();
        for (var each : owner.path("content").properties())
            content.put(each.getKey(), each.getValue().path("schema"));
        return content;
    }

    private static Set<String> roles(JsonNode security) {
        var roles = new TreeSet<String>();
        for (var way : security) {
            if (way.isEmpty()) return Set.of();
            for (var role : way.path("bearer")) roles.add(role.asText());
        }
        return roles;
    }
}
