package org.wvwbuilder.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes answers as JSON: records, maps, lists, Optional and simple values, keys in snake_case. A library would cost a
 * command that lasts a fifth of a second more than its work.
 */
public final class Json {
    private final StringBuilder text = new StringBuilder();

    private Json() {}

    /** The value as JSON text over several lines. */
    public static String write(Object value) {
        var json = new Json();
        json.value(value, "");
        return json.text.toString();
    }

    private void value(Object value, String indent) {
        switch (value) {
            case null -> text.append("null");
            case Optional<?> optional -> value(optional.orElse(null), indent);
            case Boolean flag -> text.append(flag.booleanValue());
            case Double number -> text.append(Double.isFinite(number) ? number.toString() : "null");
            case Number number -> text.append(number);
            case Enum<?> constant -> quote(constant.name());
            case Map<?, ?> map ->
                block('{', '}', map.entrySet().iterator(), indent, entry -> {
                    member(String.valueOf(entry.getKey()), entry.getValue(), indent + "  ");
                });
            case Iterable<?> items ->
                block('[', ']', items.iterator(), indent, item -> {
                    value(item, indent + "  ");
                });
            case Record whole ->
                block('{', '}', components(whole), indent, component -> {
                    member(snake(component.getName()), read(whole, component), indent + "  ");
                });
            default -> quote(value.toString());
        }
    }

    private <T> void block(char start, char end, Iterator<T> items, String indent, Consumer<T> one) {
        text.append(start);
        var any = items.hasNext();
        while (items.hasNext()) {
            text.append('\n').append(indent).append("  ");
            one.accept(items.next());
            if (items.hasNext()) text.append(',');
        }
        if (any) text.append('\n').append(indent);
        text.append(end);
    }

    private void member(String name, Object value, String indent) {
        quote(name);
        text.append(": ");
        value(value, indent);
    }

    private void quote(String raw) {
        text.append('"');
        for (var i = 0; i < raw.length(); i++) {
            var c = raw.charAt(i);
            if (c == '"' || c == '\\') text.append('\\').append(c);
            else if (c == '\n') text.append("\\n");
            else if (Character.isISOControl(c)
                    || Character.isSurrogate(c)
                    || Character.getType(c) == Character.FORMAT
                    || c == '\u2028'
                    || c == '\u2029') text.append(String.format("\\u%04x", (int) c));
            else text.append(c);
        }
        text.append('"');
    }

    private static Iterator<RecordComponent> components(Record whole) {
        return Arrays.asList(whole.getClass().getRecordComponents()).iterator();
    }

    private static Object read(Record whole, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.trySetAccessible();
            return accessor.invoke(whole);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(whole.getClass() + " must be public, in a package open to the server", e);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("reading " + component + " failed", e.getCause());
        }
    }

    private static String snake(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
