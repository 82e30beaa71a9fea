package org.wvwbuilder.http.openapi;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.Page;

/**
 * Turns Java types into schemas. Records become components, once as answers (every property is written) and once as input
 * (what is left out is absent).
 */
final class Schemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final SnakeCaseStrategy NAMES = new SnakeCaseStrategy();
    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, ObjectNode> components = new TreeMap<>();
    private final Map<String, String> owners = new HashMap<>();

    Schemas() {
        components.put("Problem", problem());
    }

    ObjectNode input(Type type) {
        return schema(type, Map.of(), true);
    }

    ObjectNode output(Type type) {
        return schema(type, Map.of(), false);
    }

    ObjectNode components() {
        var all = JSON.objectNode();
        components.forEach(all::set);
        return all;
    }

    private ObjectNode schema(Type type, Map<TypeVariable<?>, Type> bound, boolean input) {
        return switch (type) {
            case Class<?> raw when raw.isArray() -> array(raw.getComponentType(), bound, input);
            case Class<?> raw -> raw(raw, bound, input);
            case ParameterizedType generic -> generic(generic, bound, input);
            case TypeVariable<?> variable when bound.containsKey(variable) -> schema(bound.get(variable), Map.of(), input);
            case WildcardType wildcard -> schema(wildcard.getUpperBounds()[0], bound, input);
            default -> JSON.objectNode();
        };
    }

    private ObjectNode generic(ParameterizedType type, Map<TypeVariable<?>, Type> bound, boolean input) {
        var raw = (Class<?>) type.getRawType();
        var arguments = type.getActualTypeArguments();
        if (raw == Optional.class) return nullable(schema(arguments[0], bound, input));
        if (Collection.class.isAssignableFrom(raw)) return array(arguments[0], bound, input);
        if (Map.class.isAssignableFrom(raw)) {
            var map = JSON.objectNode().put("type", "object");
            map.set("additionalProperties", schema(arguments[1], bound, input));
            return map;
        }
        if (!raw.isRecord()) return JSON.objectNode();
        var inner = new HashMap<TypeVariable<?>, Type>();
        var name = new StringBuilder(raw.getSimpleName()).append("Of");
        for (var i = 0; i < arguments.length; i++) {
            var argument = arguments[i] instanceof TypeVariable<?> v && bound.containsKey(v) ? bound.get(v) : arguments[i];
            inner.put(raw.getTypeParameters()[i], argument);
            name.append(argument instanceof Class<?> c ? c.getSimpleName() : "Anything");
        }
        return record(raw, type.getTypeName(), name.toString(), inner, input);
    }

    private ObjectNode raw(Class<?> type, Map<TypeVariable<?>, Type> bound, boolean input) {
        if (type.isRecord()) return record(type, type.getName(), type.getSimpleName(), bound, input);
        if (type.isEnum()) return enumeration(type);
        if (CharSequence.class.isAssignableFrom(type)) return JSON.objectNode().put("type", "string");
        if (type == Instant.class) return JSON.objectNode().put("type", "string").put("format", "date-time");
        if (type == boolean.class || type == Boolean.class) return JSON.objectNode().put("type", "boolean");
        if (type == int.class || type == Integer.class) return JSON.objectNode().put("type", "integer").put("format", "int32");
        if (type == long.class || type == Long.class) return JSON.objectNode().put("type", "integer").put("format", "int64");
        if (type == double.class || type == Double.class || type == float.class) return JSON.objectNode().put("type", "number");
        return JSON.objectNode();
    }

    private ObjectNode array(Type element, Map<TypeVariable<?>, Type> bound, boolean input) {
        var array = JSON.objectNode().put("type", "array");
        array.set("items", schema(element, bound, input));
        return array;
    }

    private static ObjectNode enumeration(Class<?> type) {
        var schema = JSON.objectNode().put("type", "string");
        var values = schema.putArray("enum");
        for (var constant : type.getEnumConstants()) values.add(((Enum<?>) constant).name().toLowerCase(Locale.ROOT));
        return schema;
    }

    private ObjectNode record(Class<?> type, String owner, String simpleName, Map<TypeVariable<?>, Type> bound, boolean input) {
        var name = name(owner, input ? simpleName + "Input" : simpleName);
        if (!components.containsKey(name)) {
            var schema = JSON.objectNode().put("type", "object");
            components.put(name, schema);
            describe(type, schema, bound, input);
        }
        return JSON.objectNode().put("$ref", REFERENCE + name);
    }

    /** Two records of the same simple name get a number behind the second. */
    private String name(String owner, String wanted) {
        var name = wanted;
        for (var i = 2; !owners.computeIfAbsent(name, free -> owner).equals(owner); i++) name = wanted + i;
        return name;
    }

    private void describe(Class<?> type, ObjectNode schema, Map<TypeVariable<?>, Type> bound, boolean input) {
        var text = type.getAnnotation(Doc.class);
        if (text != null) schema.put("description", text.value());
        var properties = schema.putObject("properties");
        var required = JSON.arrayNode();
        for (var component : type.getRecordComponents()) {
            var name = NAMES.translate(component.getName());
            properties.set(name, property(type, component, bound, input));
            required.add(name);
        }
        if (!input && !required.isEmpty()) schema.set("required", required);
        if (input) schema.put("additionalProperties", false);
    }

    private ObjectNode property(Class<?> type, RecordComponent component, Map<TypeVariable<?>, Type> bound, boolean input) {
        var schema = schema(component.getGenericType(), bound, input);
        if (type == Page.class && component.getName().equals("nextCursor")) schema = nullable(schema);
        var text = component.getAnnotation(Doc.class);
        return text == null ? schema : schema.put("description", text.value());
    }

    private static ObjectNode nullable(ObjectNode schema) {
        if (schema.path("type").isTextual()) {
            var type = schema.get("type").asText();
            schema.putArray("type").add(type).add("null");
            return schema;
        }
        var either = JSON.objectNode();
        either.putArray("anyOf").add(schema).addObject().put("type", "null");
        return either;
    }

    private static ObjectNode problem() {
        var schema = JSON.objectNode().put("type", "object");
        var properties = schema.putObject("properties");
        properties.putObject("type").put("type", "string").put("format", "uri-reference");
        properties.putObject("title").put("type", "string");
        properties.putObject("status").put("type", "integer");
        properties.putObject("detail").put("type", "string");
        properties.putObject("instance").put("type", "string").put("format", "uri-reference");
        var field = JSON.objectNode().put("type", "object");
        field.putObject("properties").putObject("pointer").put("type", "string");
        ((ObjectNode) field.get("properties")).putObject("detail").put("type", "string");
        properties.putObject("errors").put("type", "array").set("items", field);
        schema.putArray("required").add("type").add("title").add("status").add("detail");
        return schema;
    }
}
