package org.wvwbuilder.http.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Nullable;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import org.eclipse.jetty.http.HttpStatus;
import org.glassfish.jersey.server.model.Parameter;
import org.wvwbuilder.plugin.Doc;

/** Writes operations. Methods that differ in their media types only, such as a form and JSON, become one. */
final class Operations {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Schemas schemas;
    private final Parameters parameters;
    private final Set<String> ids = new HashSet<>();

    Operations(Schemas schemas) {
        this.schemas = schemas;
        this.parameters = new Parameters(schemas);
    }

    /** The request's body, or an empty node when there is none. */
    ObjectNode body(List<Operation> same) {
        var content = JSON.objectNode();
        for (var operation : same) {
            var form = parameters.form(operation);
            if (form != null) {
                content.putObject(MediaType.APPLICATION_FORM_URLENCODED).set("schema", form);
            }
            for (var parameter : operation.parameters()) {
                if (parameter.getSource() != Parameter.Source.ENTITY) continue;
                for (var type : types(operation.consumes(), parameter.getRawType())) {
                    content.putObject(type).set("schema", entity(parameter, type));
                }
            }
        }
        return content;
    }

    private ObjectNode entity(Parameter parameter, String type) {
        if (type.equals(MediaType.APPLICATION_FORM_URLENCODED)) {
            var form = Schemas.typed("object");
            form.set("additionalProperties", Schemas.typed("string"));
            return form;
        }
        return isRaw(parameter.getRawType()) ? JSON.objectNode() : schemas.input(parameter.getType());
    }

    ObjectNode write(List<Operation> same, ObjectNode body) {
        var first = same.getFirst();
        var node = JSON.objectNode();
        node.put("operationId", id(first));
        node.putArray("tags").add(first.tag());
        first.doc().map(Doc::value).ifPresent(text -> node.put("summary", text));
        var list = parameters.list(same);
        if (!list.isEmpty()) node.set("parameters", list);
        if (!body.isEmpty()) {
            node.putObject("requestBody").put("required", isNeeded(same)).set("content", body);
        }
        node.set("responses", responses(same));
        security(node, first);
        return node;
    }

    private static boolean isNeeded(List<Operation> same) {
        return same.stream()
                .flatMap(operation -> operation.parameters().stream())
                .noneMatch(parameter -> parameter.getSource() == Parameter.Source.ENTITY
                        && parameter.getRawType().isAnnotationPresent(Nullable.class));
    }

    private String id(Operation operation) {
        var wanted =
                operation.tag().replace('-', '_') + '_' + operation.method().getName();
        var id = wanted;
        for (int i = 2; !ids.add(id); i++) id = wanted + i;
        return id;
    }

    private ObjectNode responses(List<Operation> same) {
        var responses = JSON.objectNode();
        var problems = new TreeSet<Integer>(List.of(400, 401));
        for (var operation : same) {
            success(responses, operation);
            if (!operation.isOpen()) problems.add(403);
            operation.doc().ifPresent(doc -> {
                for (int status : doc.problems()) problems.add(status);
            });
        }
        for (int status : problems.headSet(400)) {
            responses.withObjectProperty(Integer.toString(status)).put("description", title(status));
        }
        for (int status : problems.tailSet(400)) problem(responses.putObject(Integer.toString(status)), title(status));
        problem(responses.putObject("default"), "Any other problem");
        return responses;
    }

    private void success(ObjectNode responses, Operation operation) {
        var type = answer(operation);
        int status = operation.doc().map(Doc::status).orElse(200);
        if (type == void.class && status == 200) status = 204;
        var response = responses.withObjectProperty(Integer.toString(status));
        response.put("description", title(status));
        if (type == void.class) return;
        var raw = type instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) type;
        var content = response.withObjectProperty("content");
        for (var media : types(operation.produces(), raw)) {
            content.putObject(media).set("schema", isRaw(raw) ? JSON.objectNode() : schemas.output(type));
        }
    }

    private static Type answer(Operation operation) {
        var items = operation.doc().<Class<?>>map(Doc::items).orElse(Void.class);
        if (items != Void.class) return new PageOf(items);
        var type = operation.answer();
        if (type instanceof ParameterizedType later
                && later.getRawType() instanceof Class<?> raw
                && CompletionStage.class.isAssignableFrom(raw)) {
            type = later.getActualTypeArguments()[0];
        }
        if (type instanceof Class<?> plain && (Response.class.isAssignableFrom(plain) || plain == Void.class)) {
            var told = operation.doc().<Class<?>>map(Doc::answer).orElse(Void.class);
            return told == Void.class ? void.class : told;
        }
        return type instanceof Class<?> || type instanceof ParameterizedType ? type : Object.class;
    }

    private static boolean isRaw(Class<?> type) {
        return type == byte[].class
                || InputStream.class.isAssignableFrom(type)
                || StreamingOutput.class.isAssignableFrom(type);
    }

    private static List<String> types(List<MediaType> named, Class<?> type) {
        var types = new ArrayList<String>();
        for (var media : named) types.add(media.getType() + '/' + media.getSubtype());
        if (!types.isEmpty()) return types;
        if (type == String.class) return List.of(MediaType.TEXT_PLAIN);
        return List.of(isRaw(type) ? MediaType.APPLICATION_OCTET_STREAM : MediaType.APPLICATION_JSON);
    }

    private static void security(ObjectNode node, Operation operation) {
        var security = node.putArray("security");
        if (operation.isOpen()) security.addObject();
        if (operation.isOpen()) security.addObject().putArray("bearer");
        for (var role : new TreeSet<>(operation.roles()))
            security.addObject().putArray("bearer").add(role);
    }

    static void problem(ObjectNode response, String description) {
        response.put("description", description)
                .putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
    }

    private static String title(int status) {
        return HttpStatus.getMessage(status);
    }
}
