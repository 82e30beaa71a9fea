package org.wvwbuilder.http.openapi;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.plugin.PluginModule;

/** The JSON schemas of Java types. Each record becomes one named component, however often it is used. */
final class Schemas {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    private final ObjectNode components = JSON.objectNode();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>(Set.of("Problem"));

    /** Whether the types read now are those of requests: their Optional fields may be left out. */
    private boolean reading;

    ObjectNode components() {
        return components;
    }

    ObjectNode input(Type type) {
        reading = true;
        return schema(type, Map.of());
    }

    ObjectNode output(Type type) {
        reading = false;
        return schema(type, Map.of());
    }

    private ObjectNode schema(Type type, Map<TypeVariable<?>, Type> bound) {
        return switch (type) {
            case Class<?> plain -> ofClass(plain, bound);
            case ParameterizedType generic -> ofGeneric(generic, bound);
            case TypeVariable<?> variable -> schema(bound.getOrDefault(variable, Object.class), Map.of());
            case GenericArrayType array -> list(array.getGenericComponentType(), bound);
            case WildcardType wildcard -> schema(wildcard.getUpperBounds()[0], bound);
            default -> JSON.objectNode();
        };
    }

    private ObjectNode ofClass(Class<?> type, Map<TypeVariable<?>, Type> bound) {
        var simple = Scalars.schema(type);
        if (simple.isPresent()) return simple.get();
        if (type.isEnum()) return constants(type);
        if (type.isArray()) return list(type.getComponentType(), bound);
        if (Collection.class.isAssignableFrom(type)) return list(Object.class, bound);
        if (Map.class.isAssignableFrom(type)) return typed("object");
        if (type.isRecord()) return component(type, type.getSimpleName(), type, Map.of());
        if (type.isSealed()) return anyOf(type, bound);
        return JSON.objectNode();
    }

    private ObjectNode ofGeneric(ParameterizedType type, Map<TypeVariable<?>, Type> bound) {
        var raw = (Class<?>) type.getRawType();
        var arguments = Arrays.stream(type.getActualTypeArguments())
                .map(a -> a instanceof TypeVariable<?> v ? bound.getOrDefault(v, Object.class) : a)
                .toArray(Type[]::new);
        if (raw == Optional.class) return nullable(schema(arguments[0], bound));
        if (Set.class.isAssignableFrom(raw)) return list(arguments[0], bound).put("uniqueItems", true);
        if (Iterable.class.isAssignableFrom(raw) || raw == Stream.class) return list(arguments[0], bound);
        if (Map.class.isAssignableFrom(raw)) {
            var map = typed("object");
            map.set("additionalProperties", schema(arguments[1], bound));
            return map;
        }
        if (!raw.isRecord()) return ofClass(raw, bound);
        var inner = new HashMap<TypeVariable<?>, Type>();
        var name = new StringBuilder(raw.getSimpleName()).append("Of");
        for (int i = 0; i < arguments.length; i++) {
            inner.put(raw.getTypeParameters()[i], arguments[i]);
            name.append(nameOf(arguments[i]));
        }
        return component(type, name.toString(), raw, inner);
    }

    private ObjectNode component(Type key, String wanted, Class<?> type, Map<TypeVariable<?>, Type> bound) {
        var name = name(key, wanted, type, bound);
        if (!components.has(name)) {
            // Its place is taken first: a record may contain itself.
            components.set(name, JSON.objectNode());
            components.set(name, fields(type, bound));
        }
        return JSON.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    private String name(Type key, String wanted, Class<?> type, Map<TypeVariable<?>, Type> bound) {
        return names.computeIfAbsent(key.getTypeName() + bound, unknown -> free(wanted, type));
    }

    /** Records of several plugins may be called the same: who comes later says whose it is. */
    private String free(String wanted, Class<?> type) {
        var outer = type.getEnclosingClass() == null
                ? wanted
                : type.getEnclosingClass().getSimpleName() + wanted;
        var plugin = plugin(type);
        var numbered = IntStream.iterate(2, i -> i + 1).mapToObj(i -> wanted + i);
        var name = Stream.concat(Stream.of(wanted, outer, plugin + wanted, plugin + outer), numbered)
                .filter(taken::add)
                .findFirst();
        return name.orElseThrow();
    }

    /** The id of the plugin whose type it is, {@code GuildBank} for {@code guild-bank}; empty for the server's own. */
    private static String plugin(Class<?> type) {
        var declared = type.getModule().getAnnotation(PluginModule.class);
        if (declared == null) return "";
        return Arrays.stream(declared.id().split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private ObjectNode fields(Class<?> type, Map<TypeVariable<?>, Type> bound) {
        var schema = typed("object");
        describe(schema, type.getAnnotation(Doc.class));
        var properties = schema.putObject("properties");
        var required = JSON.arrayNode();
        for (var component : type.getRecordComponents()) {
            var name = SNAKE.translate(component.getName());
            var property = schema(component.getGenericType(), bound);
            describe(property, component.getAnnotation(Doc.class));
            properties.set(name, property);
            if (!reading || !isOptional(component)) required.add(name);
        }
        if (!required.isEmpty()) schema.set("required", required);
        if (reading) schema.put("additionalProperties", false);
        return schema;
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getType().getName().startsWith("java.util.Optional");
    }

    private ObjectNode anyOf(Class<?> sealed, Map<TypeVariable<?>, Type> bound) {
        var schema = JSON.objectNode();
        var choices = schema.putArray("anyOf");
        for (var choice : sealed.getPermittedSubclasses()) choices.add(ofClass(choice, bound));
        return schema;
    }

    private ObjectNode list(Type items, Map<TypeVariable<?>, Type> bound) {
        var schema = typed("array");
        schema.set("items", schema(items, bound));
        return schema;
    }

    private static ObjectNode constants(Class<?> type) {
        var schema = typed("string");
        var values = schema.putArray("enum");
        for (var constant : type.getEnumConstants()) {
            values.add(((Enum<?>) constant).name().toLowerCase(Locale.ROOT));
        }
        return schema;
    }

    static ObjectNode nullable(ObjectNode schema) {
        if (schema.path("type").isTextual() && !schema.has("enum")) {
            var both = JSON.arrayNode().add(schema.get("type")).add("null");
            schema.set("type", both);
            return schema;
        }
        if (schema.isEmpty()) return schema;
        var either = JSON.objectNode();
        either.putArray("anyOf").add(schema).add(typed("null"));
        return either;
    }

    static ObjectNode typed(String type) {
        return JSON.objectNode().put("type", type);
    }

    static void describe(ObjectNode schema, Doc doc) {
        if (doc != null) schema.put("description", doc.value());
    }

    /** How a type is called inside of another's name: a record as it is called by itself. */
    private String nameOf(Type type) {
        return switch (type) {
            case Class<?> plain ->
                plain.isRecord() ? name(plain, plain.getSimpleName(), plain, Map.of()) : plain.getSimpleName();
            case ParameterizedType generic ->
                nameOf(generic.getRawType())
                        + "Of"
                        + Arrays.stream(generic.getActualTypeArguments())
                                .map(this::nameOf)
                                .collect(Collectors.joining());
            default -> "Any";
        };
    }
}
