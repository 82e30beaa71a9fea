package org.wvwbuilder.plugin.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A server at work inside its layers. All that goes in and out is of types of the JDK. */
final class Seat implements AutoCloseable {
    private final Object bench;

    private Seat(Object bench) {
        this.bench = bench;
    }

    static Seat open(Path home, Path base, Map<String, String> settings, InstantSource clock, Consumer<Object> events) {
        var layers = Layers.shared();
        var type = layers.server("Bench");
        return within(
                type.getClassLoader(),
                () -> new Seat(call(type, null, "open", layers.ground(), home, base, settings, clock, events)));
    }

    /**
     * Brings a database into the state that an earlier release of a plugin left.
     *
     * @return its tables that are empty
     */
    @SuppressWarnings("unchecked")
    static List<String> leave(
            Path home,
            Path base,
            Map<String, String> settings,
            String plugin,
            SortedMap<Integer, Map.Entry<String, String>> scripts,
            Map<Integer, String> rows) {
        var layers = Layers.shared();
        var type = layers.server("EarlierRelease");
        return within(type.getClassLoader(), () ->
                (List<String>) call(type, null, "leave", layers.ground(), home, base, settings, plugin, scripts, rows));
    }

    private static <T> T within(ClassLoader loader, Supplier<T> work) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    URI address() {
        return (URI) call("address");
    }

    @SuppressWarnings("unchecked")
    List<String> announcements() {
        return (List<String>) call("announcements");
    }

    /** State, reason and remedy of each plugin. */
    @SuppressWarnings("unchecked")
    Map<String, List<String>> plugins() {
        return (Map<String, List<String>>) call("plugins");
    }

    @SuppressWarnings("unchecked")
    List<String> panels(String plugin) {
        return (List<String>) call("panels", plugin);
    }

    /** Status, why and milliseconds of each check. */
    @SuppressWarnings("unchecked")
    Map<String, List<String>> checks(String plugin) {
        return (Map<String, List<String>>) call("checks", plugin);
    }

    /** The names of the threads that a plugin started and that live; the server may be closed. */
    @SuppressWarnings("unchecked")
    List<String> threads(String plugin) {
        return (List<String>) call("threads", plugin);
    }

    /** The last warnings and errors of the log since a moment. */
    @SuppressWarnings("unchecked")
    List<String> log(Instant since) {
        return (List<String>) call("log", since);
    }

    String table(String plugin) {
        return (String) call("table", plugin);
    }

    boolean run(String plugin, String job) {
        return (Boolean) call("run", plugin, job);
    }

    /** Id, outcome and detail, or nothing. */
    @SuppressWarnings("unchecked")
    List<String> lastRun(String plugin, String job) {
        return (List<String>) call("lastRun", plugin, job);
    }

    /** Exit code, output and error output of a command. */
    @SuppressWarnings("unchecked")
    List<String> command(List<String> words, String input) {
        return within(bench.getClass().getClassLoader(), () -> (List<String>) call("command", words, input));
    }

    void publish(Object event) {
        call("publish", event);
    }

    /** The plugin's module, into which the kit may look. */
    @SuppressWarnings("unchecked")
    Optional<Module> module(String plugin) {
        return (Optional<Module>) call("open", plugin, Seat.class.getModule());
    }

    @Override
    public void close() {
        call("close");
    }

    private Object call(String method, Object... arguments) {
        return call(bench.getClass(), bench, method, arguments);
    }

    private static Object call(Class<?> type, Object on, String name, Object... arguments) {
        try {
            return method(type, name, arguments.length).invoke(on, arguments);
        } catch (InvocationTargetException failed) {
            var cause = failed.getCause();
            if (cause instanceof Error error) throw error;
            throw new ServerRefusal(cause);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Method method(Class<?> type, String name, int arguments) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == arguments)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the server knows no " + name));
    }
}
