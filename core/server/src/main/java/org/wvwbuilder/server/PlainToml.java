package org.wvwbuilder.server;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the TOML that settings are nearly always written in: tables, and keys with a text, a whole number, true or false. Whatever
 * is more than that, or wrong, is left to the library, whose start takes a command longer than all the rest.
 */
final class PlainToml {
    private static final int LONGEST_NUMBER = 9;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Set<String> tables = new HashSet<>();
    private String table = "";

    private PlainToml() {}

    /** The values by their whole keys; empty when the text wants somebody who knows more. */
    static Optional<Map<String, Object>> read(String text) {
        var reader = new PlainToml();
        for (int start = 0; start < text.length(); ) {
            var end = text.indexOf('\n', start);
            if (end < 0) end = text.length();
            var line = text.substring(start, end).strip();
            start = end + 1;
            if (!line.isEmpty() && line.charAt(0) != '#' && !reader.line(line)) return Optional.empty();
        }
        return Optional.of(reader.values);
    }

    private boolean line(String line) {
        if (line.charAt(0) == '[') {
            if (!line.endsWith("]") || !bare(line, 1, line.length() - 1)) return false;
            var name = line.substring(1, line.length() - 1);
            table = name + ".";
            // Twice is a mistake, also as the name of a key; the library says so.
            return tables.add(name) && !values.containsKey(name);
        }
        var equals = line.indexOf('=');
        if (equals < 1) return false;
        var key = line.substring(0, equals).strip();
        var value = value(line.substring(equals + 1).strip());
        return bare(key, 0, key.length()) && value != null && values.putIfAbsent(table + key, value) == null;
    }

    private static Object value(String text) {
        if (text.equals("true") || text.equals("false")) return text.equals("true");
        if (text.length() < 2 || text.charAt(0) != '"') return number(text);
        for (var i = 1; i < text.length() - 1; i++) {
            var c = text.charAt(i);
            if (c == '"' || c == '\\' || c < ' ' || c == 0x7f) return null;
        }
        return text.endsWith("\"") ? text.substring(1, text.length() - 1) : null;
    }

    private static Object number(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NUMBER || text.length() > 1 && text.charAt(0) == '0') return null;
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') return null;
        }
        return Integer.valueOf(text);
    }

    private static boolean bare(String text, int from, int to) {
        for (var i = from; i < to; i++) {
            var c = text.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '_') return false;
        }
        return from < to;
    }
}
