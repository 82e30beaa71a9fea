package org.wvwbuilder.plugin.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Carries records from the server's layers to the tests and back: there are two classes of each name, and an equal value
 * of the other one is made from the components.
 */
interface Translation {

    /** The class of a name on the other side. @throws ClassNotFoundException when that side has none */
    Class<?> find(String name) throws ClassNotFoundException;

    /** @throws ClassNotFoundException when the other side does not know the type of the value, or of one in it */
    default Object of(Object value) throws ClassNotFoundException {
        if (value == null) return null;
        return switch (value) {
            case Record record -> record(record);
            case Enum<?> constant -> constant(constant);
            case Optional<?> optional -> optional.isEmpty() ? optional : Optional.of(of(optional.get()));
            case List<?> list -> all(list.toArray());
            case Set<?> set -> new LinkedHashSet<>(all(set.toArray()));
            case Map<?, ?> map -> map(map);
            default -> value;
        };
    }

    private List<Object> all(Object... values) throws ClassNotFoundException {
        var made = new Object[values.length];
        for (int i = 0; i < made.length; i++) made[i] = of(values[i]);
        return List.of(made);
    }

    private Map<Object, Object> map(Map<?, ?> map) throws ClassNotFoundException {
        var made = new LinkedHashMap<>();
        for (var entry : map.entrySet()) made.put(of(entry.getKey()), of(entry.getValue()));
        return made;
    }

    private Object constant(Enum<?> constant) throws ClassNotFoundException {
        var name = constant.name();
        return Arrays.stream(find(constant.getDeclaringClass().getName()).getEnumConstants())
                .filter(other -> ((Enum<?>) other).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ClassNotFoundException(constant.getDeclaringClass() + " has no " + name));
    }

    private Object record(Record record) throws ClassNotFoundException {
        var target = find(record.getClass().getName());
        if (target == record.getClass()) return record;
        var components = record.getClass().getRecordComponents();
        var values = new Object[components.length];
        try {
            for (int i = 0; i < values.length; i++) {
                var accessor = components[i].getAccessor();
                accessor.setAccessible(true);
                values[i] = of(accessor.invoke(record));
            }
            var types = Arrays.stream(target.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class[]::new);
            var constructor = target.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new AssertionError(target.getName() + " refused a value: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException | IllegalArgumentException different) {
            var names = Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.joining(", "));
            throw new AssertionError(
                    target.getName() + " is another record on the other side, where it has " + names
                            + ": the versions of wvw-plugin-api and wvw-testkit must be the same",
                    different);
        }
    }
}
