package org.wvwbuilder.kernel;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Turns what the operator wrote into the type of a record's component. */
final class Conversion {
    private static final Pattern SHORT_DURATION = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|h|d)");
    private final Path base;

    Conversion(Path base) {
        this.base = base;
    }

    /** @throws IllegalArgumentException with a message that says what is expected */
    Object convert(List<String> values, Type type) {
        if (type instanceof ParameterizedType generic) {
            var element = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Optional.class) return optional(values, element);
            if (generic.getRawType() == List.class) return list(values, element);
        }
        if (values.size() != 1) throw new IllegalArgumentException("takes one value, not a list");
        return scalar(values.getFirst().strip(), (Class<?>) type);
    }

    private Optional<?> optional(List<String> values, Type element) {
        if (values.size() == 1 && values.getFirst().isBlank()) return Optional.empty();
        return Optional.of(convert(values, element));
    }

    /** One text is split at commas, as the environment and the command line have no lists. */
    private List<?> list(List<String> values, Type element) {
        var texts = values.size() == 1 ? Arrays.asList(values.getFirst().split(",")) : values;
        return texts.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> scalar(text, (Class<?>) element))
                .toList();
    }

    private Object scalar(String text, Class<?> type) {
        if (type == String.class) return text;
        if (type == boolean.class || type == Boolean.class) return bool(text);
        if (type == int.class || type == Integer.class) return (int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
        if (type == long.class || type == Long.class) return whole(text, Long.MIN_VALUE, Long.MAX_VALUE);
        if (type == double.class || type == Double.class) return decimal(text);
        if (type == Duration.class) return duration(text);
        if (type == Path.class) return base.resolve(text).normalize();
        if (type == URI.class) return URI.create(text);
        if (type == ZoneId.class) return zone(text);
        if (type.isEnum()) return constant(text, type);
        throw new IllegalStateException("settings of type " + type.getName() + " cannot be bound");
    }

    private static boolean bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw new IllegalArgumentException("true or false expected, not '" + text + "'");
        };
    }

    private static long whole(String text, long least, long most) {
        try {
            var number = Long.parseLong(text.replace("_", ""));
            if (number >= least && number <= most) return number;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a whole number expected, not '" + text + "'", e);
        }
        throw new IllegalArgumentException("the number " + text + " is out of range");
    }

    private static double decimal(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a number expected, not '" + text + "'", e);
        }
    }

    private static Duration duration(String text) {
        var match = SHORT_DURATION.matcher(text.toLowerCase(Locale.ROOT));
        if (match.matches()) {
            var amount = Long.parseLong(match.group(1));
            return switch (match.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                case "h" -> Duration.ofHours(amount);
                default -> Duration.ofDays(amount);
            };
        }
        try {
            return Duration.parse(text);
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException("a duration like 90s, 15m, 8h or 30d expected, not '" + text + "'", e);
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException("a time zone like Europe/Paris expected, not '" + text + "'", e);
        }
    }

    private static Object constant(String text, Class<?> type) {
        var wanted = text.replace('-', '_');
        for (var constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equalsIgnoreCase(wanted)) return constant;
        }
        var names = Arrays.stream(type.getEnumConstants())
                .map(constant ->
                        ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
        throw new IllegalArgumentException("one of " + names + " expected, not '" + text + "'");
    }
}
