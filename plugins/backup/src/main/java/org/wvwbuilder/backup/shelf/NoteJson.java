package org.wvwbuilder.backup.shelf;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A note as it stands in its file. */
final class NoteJson {
    private NoteJson() {}

    static String write(Note note) throws IOException {
        var map = new LinkedHashMap<String, Object>();
        map.put("id", note.id());
        map.put("created", note.created().toString());
        map.put("by", note.by());
        map.put("engine", note.engine());
        map.put("product", note.product());
        map.put("size", note.size());
        map.put("sha256", note.sha256());
        map.put("rows", note.rows());
        map.put("took_millis", note.took().toMillis());
        map.put("verified", note.verified().toString());
        map.put("drill", note.drill());
        map.put("failure", note.failure());
        if (!note.elsewhere().isEmpty()) map.put("elsewhere", note.elsewhere());
        return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(map) + "\n";
    }

    static Note read(String text) throws IOException {
        try {
            var map = JSON.std.mapFrom(text);
            if (map == null) throw new IOException("it is empty");
            return new Note(
                    text(map, "id"),
                    Instant.parse(text(map, "created")),
                    text(map, "by"),
                    text(map, "engine"),
                    text(map, "product"),
                    number(map, "size"),
                    text(map, "sha256"),
                    number(map, "rows"),
                    Duration.ofMillis(number(map, "took_millis")),
                    Instant.parse(text(map, "verified")),
                    map.get("drill") instanceof List<?> lines
                            ? lines.stream().map(String::valueOf).toList()
                            : List.of(),
                    text(map, "failure"),
                    elsewhere(map.get("elsewhere")));
        } catch (DateTimeException strange) {
            throw new IOException(strange.getMessage(), strange);
        }
    }

    private static Map<String, String> elsewhere(Object value) {
        var states = new LinkedHashMap<String, String>();
        if (value instanceof Map<?, ?> given) {
            given.forEach((place, state) -> states.put(String.valueOf(place), String.valueOf(state)));
        }
        return states;
    }

    private static String text(Map<String, Object> map, String key) throws IOException {
        if (map.get(key) instanceof String text) return text;
        throw new IOException("it lacks " + key);
    }

    private static long number(Map<String, Object> map, String key) throws IOException {
        if (map.get(key) instanceof Number number) return number.longValue();
        throw new IOException("it lacks " + key);
    }
}
