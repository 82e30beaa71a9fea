package org.wvwbuilder.http.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wvwbuilder.plugin.Doc;

/** Describes one endpoint: who may call it, what it takes and what it answers. */
final class OperationWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String JSON_TYPE = "application/json";
    private static final String FORM_TYPE = "application/x-www-form-urlencoded";
    private static final String PROBLEM = "#/components/responses/Problem";

    private final Endpoint endpoint;
    private final Schemas schemas;
    private final Doc doc;

    OperationWriter(Endpoint endpoint, Schemas schemas) {
        this.endpoint = endpoint;
        this.schemas = schemas;
        this.doc = endpoint.java().getAnnotation(Doc.class);
    }

    ObjectNode write(String id) {
        var operation = JSON.objectNode().put("operationId", id);
        if (doc != null) operation.put("summary", doc.value());
        operation.putArray("tags").add(endpoint.mounted().title());
        var roles = roles();
        var security = operation.putArray("security");
        if (!roles.isEmpty()) {
            security.addObject().putArray("bearer");
            var allowed = operation.putArray("x-roles");
            roles.forEach(allowed::add);
        }
        var body = describeParameters(operation);
        operation.set("responses", responses(!roles.isEmpty(), body || operation.has("parameters")));
        return operation;
    }

    private List<String> roles() {
        var onMethod = endpoint.java().getAnnotation(RolesAllowed.class);
        if (onMethod != null) return List.of(onMethod.value());
        if (endpoint.java().isAnnotationPresent(jakarta.annotation.security.PermitAll.class)) return List.of();
        var onClass = endpoint.java().getDeclaringClass().getAnnotation(RolesAllowed.class);
        return onClass == null ? List.of() : List.of(onClass.value());
    }

    /** @return whether there is a body */
    private boolean describeParameters(ObjectNode operation) {
        var parameters = JSON.arrayNode();
        var fields = new ArrayList<Parameter>();
        Parameter entity = null;
        for (var parameter : endpoint.java().getParameters()) {
            if (parameter.isAnnotationPresent(Context.class) || parameter.isAnnotationPresent(Suspended.class)) continue;
            if (parameter.isAnnotationPresent(FormParam.class)) fields.add(parameter);
            else if (!named(parameter, parameters) && !parameter.isAnnotationPresent(jakarta.ws.rs.CookieParam.class)) entity = parameter;
        }
        if (!parameters.isEmpty()) operation.set("parameters", parameters);
        if (entity == null && fields.isEmpty()) return false;
        var content = operation.putObject("requestBody").putObject("content");
        for (var type : consumed()) content.putObject(type).set("schema", bodySchema(entity, fields));
        return true;
    }

    private boolean named(Parameter parameter, ArrayNode into) {
        var path = parameter.getAnnotation(PathParam.class);
        var query = parameter.getAnnotation(QueryParam.class);
        var header = parameter.getAnnotation(HeaderParam.class);
        if (path != null) add(into, path.value(), "path", parameter);
        else if (query != null) add(into, query.value(), "query", parameter);
        else if (header != null) add(into, header.value(), "header", parameter);
        else return false;
        return true;
    }

    private void add(ArrayNode into, String name, String place, Parameter parameter) {
        var described = into.addObject().put("name", name).put("in", place).put("required", place.equals("path"));
        var text = parameter.getAnnotation(Doc.class);
        if (text != null) described.put("description", text.value());
        var schema = schemas.input(parameter.getParameterizedType());
        var fallback = parameter.getAnnotation(DefaultValue.class);
        if (fallback != null && schema.path("type").asText().equals("integer")) schema.put("default", Long.parseLong(fallback.value()));
        else if (fallback != null && schema.path("type").asText().equals("string")) schema.put("default", fallback.value());
        described.set("schema", schema);
    }

    private ObjectNode bodySchema(Parameter entity, List<Parameter> fields) {
        if (entity != null && !Form.class.isAssignableFrom(entity.getType()) && !Map.class.isAssignableFrom(entity.getType())) {
            return schemas.input(entity.getParameterizedType());
        }
        var schema = JSON.objectNode().put("type", "object");
        var properties = schema.putObject("properties");
        for (var field : fields) {
            properties.set(field.getAnnotation(FormParam.class).value(), schemas.input(field.getParameterizedType()));
        }
        return schema;
    }

    private List<String> consumed() {
        var onMethod = endpoint.java().getAnnotation(Consumes.class);
        if (onMethod != null) return List.of(onMethod.value());
        for (var parameter : endpoint.java().getParameters()) {
            if (parameter.isAnnotationPresent(FormParam.class)) return List.of(FORM_TYPE);
        }
        return List.of(JSON_TYPE);
    }

    private ObjectNode responses(boolean guarded, boolean input) {
        var responses = new TreeMap<String, ObjectNode>();
        responses.put(String.valueOf(status()), success());
        if (input) responses.put("400", problem());
        if (guarded) {
            responses.put("401", problem());
            responses.put("403", problem());
        }
        if (doc != null) for (var status : doc.problems()) responses.put(String.valueOf(status), problem());
        var written = JSON.objectNode();
        responses.forEach(written::set);
        written.set("default", problem());
        return written;
    }

    private int status() {
        if (doc != null && doc.status() != 200) return doc.status();
        return endpoint.java().getReturnType() == void.class ? 204 : 200;
    }

    private ObjectNode success() {
        var response = JSON.objectNode().put("description", doc == null ? "Done" : doc.value());
        var returned = endpoint.java().getGenericReturnType();
        var type = Response.class.isAssignableFrom(endpoint.java().getReturnType())
                ? doc == null ? Void.class : doc.answer()
                : returned;
        if (type == void.class || type == Void.class) return response;
        for (var media : produced()) {
            var content = response.has("content") ? (ObjectNode) response.get("content") : response.putObject("content");
            content.putObject(media).set("schema", media.contains("json") ? schemas.output(type) : JSON.objectNode().put("type", "string"));
        }
        return response;
    }

    private List<String> produced() {
        var onMethod = endpoint.java().getAnnotation(Produces.class);
        if (onMethod != null) return List.of(onMethod.value());
        var onClass = endpoint.java().getDeclaringClass().getAnnotation(Produces.class);
        return onClass == null ? List.of(JSON_TYPE) : List.of(onClass.value());
    }

    private static ObjectNode problem() {
        return JSON.objectNode().put("$ref", PROBLEM);
    }
}
