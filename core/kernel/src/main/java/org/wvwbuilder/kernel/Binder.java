package org.wvwbuilder.kernel;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wvwbuilder.plugin.Setting;

/** Binds one table of the configuration to a record, and explains what may stand in it. */
public final class Binder {
    private final Settings settings;
    private final Conversion conversion;
    private final NestedTables nested;

    public Binder(Settings settings) {
        this.settings = settings;
        this.conversion = new Conversion(settings.base());
        this.nested = new NestedTables(settings, this);
    }

    /**
     * Binds a table.
     *
     * @param type a record whose package this module may read; see {@link Setting}
     * @throws ConfigurationFault with every problem of the table
     */
    public <C extends Record> C bind(String table, Class<C> type) throws ConfigurationFault {
        var problems = new ArrayList<>(unknownKeys(table, type));
        var components = type.getRecordComponents();
        var values = new Object[components.length];
        for (var i = 0; i < components.length; i++) {
            try {
                values[i] = NestedTables.are(components[i])
                        ? nested.bind(key(table, components[i]), components[i])
                        : value(table, components[i]);
            } catch (ConfigurationFault e) {
                problems.addAll(e.problems());
            } catch (IllegalArgumentException e) {
                var key = key(table, components[i]);
                problems.add(new SettingProblem(key, settings.sourceOf(key), e.getMessage()));
            }
        }
        if (!problems.isEmpty()) throw new ConfigurationFault(problems);
        return construct(table, type, values);
    }

    /** Every key of a table with its value in force. Secrets are masked. */
    public List<SettingDescription> describe(String table, Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> NestedTables.are(component)
                        ? nested.describe(key(table, component), component).stream()
                        : Stream.of(describe(table, component)))
                .toList();
    }

    private SettingDescription describe(String table, RecordComponent component) {
        var setting = setting(component);
        var key = key(table, component);
        var fallback = setting.fallback().equals(Setting.REQUIRED) ? "" : setting.fallback();
        var found = find(key, setting);
        var value = found.map(f -> String.join(", ", f.values())).orElse(fallback);
        var shown = setting.secret() && !value.isEmpty() ? "***" : withoutPasswords(value);
        return new SettingDescription(
                key,
                shown,
                found.map(Settings.Found::source).orElse("default"),
                fallback,
                setting.value(),
                setting.secret());
    }

    /** What an address carries before its host or behind its question mark is nobody's to see. */
    private static String withoutPasswords(String value) {
        return value.replaceAll("://[^/@\\s]*@", "://***@")
                .replaceAll("(?i)([?&](?:password|sslpassword|token|secret)=)[^&\\s]*", "$1***");
    }

    private Object value(String table, RecordComponent component) {
        var setting = setting(component);
        var key = key(table, component);
        var found = find(key, setting);
        if (found.isPresent()) {
            refuseOpenSecret(key, setting);
            return converted(read(found.get(), key, setting), component, setting);
        }
        if (!setting.fallback().equals(Setting.REQUIRED)) {
            return conversion.convert(List.of(setting.fallback()), component.getGenericType());
        }
        if (component.getGenericType() instanceof ParameterizedType generic) {
            return generic.getRawType() == Optional.class ? Optional.empty() : List.of();
        }
        throw new IllegalArgumentException("is missing: set it in " + settings.fileName() + " or as "
                + Settings.variable(key) + " (" + setting.value() + ")");
    }

    private Object converted(List<String> values, RecordComponent component, Setting setting) {
        try {
            return conversion.convert(values, component.getGenericType());
        } catch (IllegalArgumentException e) {
            // What is wrong is told with the value elsewhere.
            if (!setting.secret()) throw e;
            throw new IllegalArgumentException(
                    "the value does not fit, and is not shown as it is secret (" + setting.value() + ")");
        }
    }

    private Optional<Settings.Found> find(String key, Setting setting) {
        var direct = settings.find(key);
        return direct.isPresent() || !setting.secret() ? direct : settings.find(key + "-file");
    }

    private List<String> read(Settings.Found found, String key, Setting setting) {
        if (!setting.secret() || settings.find(key).isPresent()) return found.values();
        var file = settings.base().resolve(found.values().getFirst());
        try {
            return List.of(Files.readString(file).strip());
        } catch (IOException e) {
            throw new IllegalArgumentException("the file " + file + " cannot be read: make it readable", e);
        }
    }

    /** A secret that everybody on the machine can read is none. */
    private void refuseOpenSecret(String key, Setting setting) {
        if (!setting.secret() || settings.find(key).isPresent()) return;
        var file = settings.base()
                .resolve(settings.find(key + "-file").orElseThrow().values().getFirst());
        if (Files.exists(file) && othersMayRead(file)) {
            throw new IllegalArgumentException("the file " + file + " can be read by everybody: chmod 600 " + file);
        }
    }

    private static boolean othersMayRead(Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException e) {
            throw new IllegalArgumentException("the permissions of " + file + " cannot be read", e);
        }
    }

    private List<SettingProblem> unknownKeys(String table, Class<? extends Record> type) {
        var known = new TreeSet<String>();
        var tables = new TreeSet<String>();
        for (var component : type.getRecordComponents()) {
            var name = kebab(component.getName());
            if (NestedTables.are(component)) {
                tables.add(name + ".");
                continue;
            }
            known.add(name);
            if (setting(component).secret()) known.add(name + "-file");
        }
        return settings.keysOf(table).stream()
                .filter(key -> !known.contains(key) && tables.stream().noneMatch(key::startsWith))
                .map(key -> new SettingProblem(
                        table + "." + key, settings.sourceOf(table + "." + key), unknown(table, key, known)))
                .toList();
    }

    private static String unknown(String table, String key, TreeSet<String> known) {
        var nearest = Nearest.to(key, known).map(word -> "; did you mean " + table + "." + word + "?");
        return "no such setting"
                + nearest.orElse(
                        known.isEmpty() ? ": " + table + " has none" : "; there are " + String.join(", ", known));
    }

    private <C extends Record> C construct(String table, Class<C> type, Object[] values) throws ConfigurationFault {
        var types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.trySetAccessible();
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new ConfigurationFault(
                    List.of(refused(table, type, String.valueOf(e.getCause().getMessage()))));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    type + " cannot be constructed: open its package to " + Binder.class.getModule(), e);
        }
    }

    /** A record names the key first that it refuses; where it does not, all that was set in the table may be to blame. */
    private SettingProblem refused(String table, Class<? extends Record> type, String message) {
        var word = kebab(message.split("[^A-Za-z0-9-]", 2)[0]);
        for (var component : type.getRecordComponents()) {
            if (!kebab(component.getName()).equals(word)) continue;
            var key = key(table, component);
            var source =
                    find(key, setting(component)).map(Settings.Found::source).orElse("default");
            return new SettingProblem(table, source, message);
        }
        var sources = Arrays.stream(type.getRecordComponents())
                .filter(component -> !NestedTables.are(component))
                .flatMap(component -> find(key(table, component), setting(component)).stream())
                .map(Settings.Found::source)
                .distinct()
                .collect(Collectors.joining(", "));
        return new SettingProblem(table, sources.isEmpty() ? settings.fileName() : sources, message);
    }

    private static Setting setting(RecordComponent component) {
        var setting = component.getAnnotation(Setting.class);
        if (setting == null) {
            throw new IllegalStateException(component.getDeclaringRecord().getName() + "." + component.getName()
                    + " needs @Setting, so that operators can read what it is for");
        }
        return setting;
    }

    private static String key(String table, RecordComponent component) {
        return table + "." + kebab(component.getName());
    }

    static String kebab(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
