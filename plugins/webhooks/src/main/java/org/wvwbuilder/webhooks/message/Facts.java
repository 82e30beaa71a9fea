package org.wvwbuilder.webhooks.message;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.plugin.Event;

/**
 * What an event tells: the components of its record, as texts, numbers, booleans, lists and maps that JSON knows.
 *
 * @param type {@code build-saved}
 * @param values in the order of the record, their names in snake_case, without the time
 */
public record Facts(String type, Instant at, Map<String, Object> values) {
    private static final int MOST_TEXT = 4_000;
    private static final int MOST_ITEMS = 100;
    private static final int DEEPEST = 3;

    public static Facts of(Event event) {
        var values = components((Record) event, 0);
        values.remove("at");
        return new Facts(EventTypes.name(event.getClass()), event.at(), values);
    }

    /** Who may see the thing that it is about: empty for what concerns everybody who may choose webhooks. */
    public Optional<String> visibility() {
        return Optional.ofNullable(values.get("visibility")).map(Object::toString);
    }

    /** The accounts that it names. */
    public List<String> accounts() {
        return values.entrySet().stream()
                .filter(fact -> fact.getKey().matches("(owner|editor|account)_id"))
                .map(Map.Entry::getValue)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
    }

    private static Map<String, Object> components(Record record, int depth) {
        var values = new LinkedHashMap<String, Object>();
        for (var component : record.getClass().getRecordComponents()) {
            try {
                values.put(
                        EventTypes.joined(component.getName(), "_"),
                        value(component.getAccessor().invoke(record), depth));
            } catch (ReflectiveOperationException closed) {
                throw new IllegalArgumentException(
                        record.getClass().getName() + " is not public: events are public records of the plugin API",
                        closed);
            }
        }
        return values;
    }

    private static Object value(Object value, int depth) {
        return switch (value) {
            case null -> null;
            case Optional<?> some -> value(some.orElse(null), depth);
            case String text -> text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "…";
            case Boolean truth -> truth;
            case Number number -> number;
            case Instant instant -> instant.truncatedTo(ChronoUnit.MILLIS).toString();
            case Duration duration -> duration.toString();
            case Enum<?> word -> word.name().toLowerCase(Locale.ROOT);
            case Record record -> depth < DEEPEST ? components(record, depth + 1) : null;
            case Collection<?> items -> depth < DEEPEST ? list(items, depth + 1) : null;
            // Anything else is not for others to read: its text was not made for them.
            default -> null;
        };
    }

    private static List<Object> list(Collection<?> items, int depth) {
        var all = new ArrayList<>();
        items.stream().limit(MOST_ITEMS).forEach(item -> all.add(value(item, depth)));
        return all;
    }
}
