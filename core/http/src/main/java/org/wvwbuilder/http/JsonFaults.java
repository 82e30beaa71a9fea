package org.wvwbuilder.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.wvwbuilder.plugin.Problem;

/** Says what is wrong with a JSON body in words that help its sender, and never in words of Java. */
final class JsonFaults {
    private JsonFaults() {}

    static Problem empty() {
        return bad("The body is empty: send a JSON document.");
    }

    static Problem problem(JacksonException broken) {
        for (Throwable t = broken; t != null; t = t.getCause()) {
            if (t instanceof Problem problem) return problem;
        }
        return switch (broken) {
            case StreamConstraintsException beyond ->
                bad("The document is too deep, too long or has too many elements: send at most " + Json.DEPTH
                        + " levels and " + Json.TOKENS + " elements.");
            case UnrecognizedPropertyException unknown ->
                field(unknown, "is not known here; remove it or correct its name");
            case NoNul.Found found -> field(found, "must not have the character U+0000: remove it");
            case InvalidNullException empty -> field(empty, "must not be null: leave it out instead");
            case InvalidFormatException format -> field(format, "must be " + expected(format.getTargetType()));
            case ValueInstantiationException refused -> refused(refused);
            case MismatchedInputException mismatch -> mismatch(mismatch);
            case JsonMappingException other -> other(other);
            default ->
                bad("The body is no well-formed JSON (line " + line(broken) + ", column " + column(broken)
                        + "): correct it there. Each field may stand once only.");
        };
    }

    private static Problem other(JsonMappingException other) {
        if (other.getCause() instanceof InputCoercionException) return field(other, "must be a smaller number");
        return other.getCause() instanceof JacksonException cause ? problem(cause) : field(other, "is not right");
    }

    /** A record's own constructor speaks to people when it refuses; anything else that it throws does not. */
    private static Problem refused(ValueInstantiationException refused) {
        return refused.getCause() instanceof IllegalArgumentException reason && reason.getMessage() != null
                ? new Problem(
                        422,
                        "invalid",
                        "Some fields are not right: correct those listed under errors.",
                        List.of(new Problem.Field(pointer(refused), reason.getMessage())),
                        Map.of())
                : field(refused, "lacks something or is not right");
    }

    private static Problem mismatch(MismatchedInputException mismatch) {
        if (mismatch.getPath().isEmpty() && mismatch.getTargetType() == null) return empty();
        var missing = mismatch.getMessage() != null && mismatch.getMessage().startsWith("No content to map");
        return missing ? empty() : field(mismatch, "must be " + expected(mismatch.getTargetType()));
    }

    private static Problem field(JsonMappingException where, String detail) {
        return new Problem(
                400,
                "invalid-json",
                "The body is not what is expected here: correct the fields listed under errors.",
                List.of(new Problem.Field(pointer(where), detail)),
                Map.of());
    }

    private static Problem bad(String detail) {
        return new Problem(400, "invalid-json", detail);
    }

    private static String pointer(JsonMappingException where) {
        var pointer = JsonPointer.empty();
        for (var step : where.getPath()) {
            pointer = step.getFieldName() != null
                    ? pointer.appendProperty(step.getFieldName())
                    : pointer.appendIndex(Math.max(0, step.getIndex()));
        }
        return pointer.toString();
    }

    private static String expected(Class<?> type) {
        if (type == null) return "something else";
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(c -> ((Enum<?>) c).name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        return switch (type.getSimpleName()) {
            case "int", "Integer", "long", "Long", "short", "Short", "byte", "Byte", "BigInteger" -> "a whole number";
            case "double", "Double", "float", "Float", "BigDecimal" -> "a number";
            case "boolean", "Boolean" -> "true or false";
            case "String", "CharSequence" -> "a text";
            case "Instant", "OffsetDateTime", "ZonedDateTime" -> "a moment such as 2026-11-01T12:00:00Z";
            case "LocalDate" -> "a date such as 2026-11-01";
            case "Duration" -> "a duration such as PT15M";
            case "UUID" -> "a UUID";
            case "URI", "URL" -> "an address";
            case "List", "Set", "Collection", "ArrayList", "HashSet" -> "a list";
            default -> type.isArray() ? "a list" : "an object";
        };
    }

    private static int line(JacksonException broken) {
        return broken.getLocation() == null
                ? 1
                : Math.max(1, broken.getLocation().getLineNr());
    }

    private static int column(JacksonException broken) {
        return broken.getLocation() == null
                ? 1
                : Math.max(1, broken.getLocation().getColumnNr());
    }
}
