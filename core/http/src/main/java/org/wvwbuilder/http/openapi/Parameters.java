package org.wvwbuilder.http.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.glassfish.jersey.server.model.Parameter;
import org.wvwbuilder.plugin.Doc;

/** Writes the parameters of operations: in the path, the query, headers and cookies, and the fields of forms. */
final class Parameters {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Schemas schemas;

    Parameters(Schemas schemas) {
        this.schemas = schemas;
    }

    ArrayNode list(List<Operation> same) {
        var list = JSON.arrayNode();
        var seen = new HashSet<String>();
        for (var operation : same) {
            for (var parameter : flat(operation.parameters())) {
                var place = place(parameter.getSource());
                if (!place.isEmpty() && seen.add(place + ' ' + parameter.getSourceName())) {
                    list.add(write(parameter, place));
                }
            }
        }
        return list;
    }

    /** The schema of the form that the operation takes, or null when it takes none. */
    ObjectNode form(Operation operation) {
        var fields = flat(operation.parameters()).stream()
                .filter(p -> p.getSource() == Parameter.Source.FORM)
                .toList();
        if (fields.isEmpty()) return null;
        var form = Schemas.typed("object");
        var properties = form.putObject("properties");
        for (var field : fields) properties.set(field.getSourceName(), schema(field));
        return form;
    }

    private ObjectNode write(Parameter parameter, String place) {
        var node = JSON.objectNode();
        node.put("name", parameter.getSourceName());
        node.put("in", place);
        if (place.equals("path")) node.put("required", true);
        var doc = parameter.getAnnotation(Doc.class);
        if (doc != null) node.put("description", doc.value());
        node.set("schema", schema(parameter));
        return node;
    }

    private ObjectNode schema(Parameter parameter) {
        var schema = schemas.input(parameter.getType());
        var fallback = parameter.getDefaultValue();
        if (fallback == null || schema.has("$ref")) return schema;
        switch (schema.path("type").asText()) {
            case "integer" -> schema.put("default", Long.parseLong(fallback));
            case "number" -> schema.put("default", Double.parseDouble(fallback));
            case "boolean" -> schema.put("default", Boolean.parseBoolean(fallback));
            case "array" -> schema.putArray("default").add(fallback);
            default -> schema.put("default", fallback);
        }
        return schema;
    }

    private static List<Parameter> flat(List<Parameter> parameters) {
        var flat = new ArrayList<Parameter>();
        for (var parameter : parameters) {
            if (parameter instanceof Parameter.BeanParameter bean) flat.addAll(flat(List.copyOf(bean.getParameters())));
            else flat.add(parameter);
        }
        return flat;
    }

    private static String place(Parameter.Source source) {
        return switch (source) {
            case PATH -> "path";
            case QUERY -> "query";
            case HEADER -> "header";
            case COOKIE -> "cookie";
            default -> "";
        };
    }
}
