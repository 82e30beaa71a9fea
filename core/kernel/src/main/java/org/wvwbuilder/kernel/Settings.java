package org.wvwbuilder.kernel;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the operator set, and where. The command line goes before the environment, the environment before the file.
 *
 * @param file values of {@code gw2.toml} by their whole key ({@code http.port}): a String, or a List of Strings
 * @param fileName how to call the file in messages
 * @param environment the process' environment
 * @param overrides values of {@code --set}, by their whole key
 * @param base the folder that relative paths start from
 */
public record Settings(
        Map<String, Object> file,
        String fileName,
        Map<String, String> environment,
        Map<String, String> overrides,
        Path base) {

    public Settings {
        file = Map.copyOf(file);
        environment = Map.copyOf(environment);
        overrides = Map.copyOf(overrides);
    }

    /**
     * A value as the operator wrote it.
     *
     * @param values one text, or the elements of a list
     * @param source where it stands, for people: {@code etc/gw2.toml}, {@code environment GW2_HTTP_PORT}
     */
    public record Found(List<String> values, String source) {}

    /** What was set for a key, if anything. */
    public Optional<Found> find(String key) {
        var override = overrides.get(key);
        if (override != null) return Optional.of(new Found(List.of(override), "--set"));
        var variable = environment.get(variable(key));
        if (variable != null) return Optional.of(new Found(List.of(variable), "environment " + variable(key)));
        // Not a switch over types: Java makes the code of one anew in each process, for longer than a command should
        // last.
        var value = file.get(key);
        if (value == null) return Optional.empty();
        if (!(value instanceof List<?> list)) return Optional.of(new Found(List.of(value.toString()), fileName));
        return Optional.of(new Found(list.stream().map(String::valueOf).toList(), fileName));
    }

    /** The environment variable for a key: {@code GW2_HTTP_PORT} for {@code http.port}. */
    public static String variable(String key) {
        return "GW2_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** The keys that the file and the command line set in a table, without its name. */
    SortedSet<String> keysOf(String table) {
        var keys = new TreeSet<String>();
        var prefix = table + ".";
        for (var key : allKeys()) if (key.startsWith(prefix)) keys.add(key.substring(prefix.length()));
        return keys;
    }

    /** The tables that the file and the command line speak of. */
    SortedSet<String> tables() {
        var tables = new TreeSet<String>();
        for (var key : allKeys()) tables.add(key.contains(".") ? key.substring(0, key.indexOf('.')) : key);
        return tables;
    }

    String sourceOf(String key) {
        return find(key).map(Found::source).orElse(fileName);
    }

    private SortedSet<String> allKeys() {
        var keys = new TreeSet<>(file.keySet());
        keys.addAll(overrides.keySet());
        return keys;
    }
}
