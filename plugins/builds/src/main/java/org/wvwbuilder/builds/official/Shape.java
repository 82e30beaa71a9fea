package org.wvwbuilder.builds.official;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A value of the API's JSON, read leniently: what is missing, or of another kind than expected, counts as none. */
public record Shape(Optional<Object> value) {

    static Shape parse(byte[] json) throws IOException {
        return new Shape(Optional.ofNullable(JSON.std.anyFrom(json)));
    }

    static Shape of(Object value) {
        return new Shape(Optional.ofNullable(value));
    }

    public Shape at(String field) {
        return of(value.filter(Map.class::isInstance)
                .<Object>map(map -> ((Map<?, ?>) map).get(field))
                .orElse(null));
    }

    /** The item at this place of a list. */
    public Shape at(int place) {
        var items = items();
        return place < items.size() ? items.get(place) : of(null);
    }

    public List<Shape> items() {
        return value.filter(List.class::isInstance)
                .map(list -> ((List<?>) list).stream().map(Shape::of).toList())
                .orElse(List.of());
    }

    /** The names of an object's fields. */
    public Set<String> fields() {
        return value.filter(Map.class::isInstance)
                .map(map ->
                        ((Map<?, ?>) map).keySet().stream().map(String::valueOf).collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /** A text that is not blank. */
    public Optional<String> text() {
        return value.filter(String.class::isInstance).map(String.class::cast).filter(text -> !text.isBlank());
    }

    public Optional<Integer> number() {
        return value.filter(Integer.class::isInstance).map(Integer.class::cast);
    }

    public Optional<Double> decimal() {
        return value.filter(Number.class::isInstance).map(number -> ((Number) number).doubleValue());
    }

    public boolean yes() {
        return value.filter(Boolean.TRUE::equals).isPresent();
    }

    public List<Integer> numbers() {
        return items().stream().map(Shape::number).flatMap(Optional::stream).toList();
    }

    public List<String> texts() {
        return items().stream().map(Shape::text).flatMap(Optional::stream).toList();
    }
}
