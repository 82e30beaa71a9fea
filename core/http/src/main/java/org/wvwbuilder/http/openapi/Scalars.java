package org.wvwbuilder.http.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/** The schemas of values without parts. */
final class Scalars {
    private Scalars() {}

    static Optional<ObjectNode> schema(Class<?> type) {
        if (type == OptionalInt.class) return schema(int.class).map(Schemas::nullable);
        if (type == OptionalLong.class) return schema(long.class).map(Schemas::nullable);
        if (type == OptionalDouble.class) return schema(double.class).map(Schemas::nullable);
        if (type == byte[].class) {
            return Optional.of(Schemas.typed("string").put("contentEncoding", "base64"));
        }
        var words = words(type);
        if (words.isEmpty()) return Optional.empty();
        var parts = words.split(" ");
        var schema = Schemas.typed(parts[0]);
        if (parts.length > 1) schema.put("format", parts[1]);
        return Optional.of(schema);
    }

    private static String words(Class<?> type) {
        if (type == String.class || type == CharSequence.class || ZoneId.class.isAssignableFrom(type)) return "string";
        if (type == boolean.class || type == Boolean.class) return "boolean";
        if (type == int.class || type == Integer.class) return "integer int32";
        if (type == long.class || type == Long.class) return "integer int64";
        if (type == short.class || type == Short.class || type == byte.class || type == Byte.class) return "integer";
        if (type == BigInteger.class) return "integer";
        if (type == double.class || type == Double.class) return "number double";
        if (type == float.class || type == Float.class) return "number float";
        if (type == BigDecimal.class) return "number";
        if (type == Instant.class || type == OffsetDateTime.class || type == ZonedDateTime.class) {
            return "string date-time";
        }
        if (type == LocalDate.class) return "string date";
        if (type == LocalDateTime.class) return "string";
        if (type == Duration.class) return "string duration";
        if (type == UUID.class) return "string uuid";
        return type == URI.class ? "string uri-reference" : "";
    }
}
