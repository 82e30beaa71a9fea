package org.wvwbuilder.kernel;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Binds the tables below a table, each under a name that the operator chose: {@code [auth.openid.discord]}. The names are
 * those of the file and the command line; the environment can only set values of a table that stands there.
 */
record NestedTables(Settings settings, Binder binder) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** Stands for a name that people choose. */
    static final String ANY = "NAME";

    static boolean are(RecordComponent component) {
        return component.getType() == Map.class;
    }

    Map<String, Record> bind(String table, RecordComponent component) throws ConfigurationFault {
        var bound = new LinkedHashMap<String, Record>();
        var problems = new ArrayList<SettingProblem>();
        for (var name : names(table)) {
            var key = table + "." + name;
            if (!NAME.matcher(name).matches()) {
                problems.add(new SettingProblem(
                        key, settings.fileName(), "name it with lower-case letters, digits and dashes"));
                continue;
            }
            try {
                bound.put(name, binder.bind(key, type(component)));
            } catch (ConfigurationFault faults) {
                problems.addAll(faults.problems());
            }
        }
        if (!problems.isEmpty()) throw new ConfigurationFault(problems);
        return bound;
    }

    /** The keys of each table; of one called {@link #ANY} when there is none, for people to see what they may set. */
    List<SettingDescription> describe(String table, RecordComponent component) {
        var names = names(table);
        return (names.isEmpty() ? Set.of(ANY) : names)
                .stream()
                        .flatMap(name -> binder.describe(table + "." + name, type(component)).stream())
                        .toList();
    }

    private SortedSet<String> names(String table) {
        var names = new TreeSet<String>();
        for (var key : settings.keysOf(table)) names.add(key.replaceFirst("\\..*", ""));
        return names;
    }

    private static Class<? extends Record> type(RecordComponent component) {
        var types = ((ParameterizedType) component.getGenericType()).getActualTypeArguments();
        return ((Class<?>) types[1]).asSubclass(Record.class);
    }
}
