package org.wvwbuilder.builds.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The fields of one line, read from left to right. */
final class Row {
    private final String line;
    private int at;

    Row(String line) {
        this.line = line;
    }

    String text() {
        int end = line.indexOf('\t', at);
        var field = end < 0 ? line.substring(at) : line.substring(at, end);
        at = end < 0 ? line.length() : end + 1;
        return field;
    }

    int number() {
        return Integer.parseInt(text());
    }

    boolean flag() {
        return text().equals("1");
    }

    <T> Optional<T> optional(Function<String, T> reading) {
        var field = text();
        return field.isEmpty() ? Optional.empty() : Optional.of(reading.apply(field));
    }

    <T> List<T> list(Function<String, T> reading) {
        var field = text();
        if (field.isEmpty()) return List.of();
        var items = new ArrayList<T>();
        for (int from = 0; from <= field.length(); ) {
            int end = field.indexOf(';', from);
            if (end < 0) end = field.length();
            items.add(reading.apply(field.substring(from, end)));
            from = end + 1;
        }
        return List.copyOf(items);
    }

    List<Integer> numbers() {
        return list(Integer::valueOf);
    }

    /** The parts of a list's item. */
    static List<String> parts(String item) {
        var parts = new ArrayList<String>(4);
        int from = 0;
        for (int end = item.indexOf('|'); end >= 0; end = item.indexOf('|', from)) {
            parts.add(item.substring(from, end));
            from = end + 1;
        }
        parts.add(item.substring(from));
        return parts;
    }
}
