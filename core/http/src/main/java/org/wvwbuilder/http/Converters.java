package org.wvwbuilder.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;

/** Reads parameters as JSON bodies are read: enums in any case, moments as RFC 3339. */
final class Converters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        if (type.isEnum()) return (ParamConverter<T>) new Converter<>(text -> constant(type, text));
        if (type == Instant.class) return (ParamConverter<T>) new Converter<>(Instant::parse);
        if (type == LocalDate.class) return (ParamConverter<T>) new Converter<>(LocalDate::parse);
        if (type == Duration.class) return (ParamConverter<T>) new Converter<>(Duration::parse);
        return null;
    }

    private static Object constant(Class<?> type, String text) {
        for (var constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equalsIgnoreCase(text)) return constant;
        }
        throw new IllegalArgumentException("no such value");
    }

    private record Converter<T>(Function<String, T> read) implements ParamConverter<T> {
        @Override
        public T fromString(String text) {
            return text == null ? null : read.apply(text);
        }

        @Override
        public String toString(T value) {
            return value instanceof Enum<?> constant ? constant.name().toLowerCase(Locale.ROOT) : value.toString();
        }
    }
}
