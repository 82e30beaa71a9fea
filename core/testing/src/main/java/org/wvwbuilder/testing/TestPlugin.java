package org.wvwbuilder.testing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.wvwbuilder.kernel.Calls;
import org.wvwbuilder.kernel.Patience;
import org.wvwbuilder.kernel.PluginHandle;

/**
 * A plugin under test as the hosts see it, without a module layer around it. Nobody watches its calls unless a test sweeps them.
 *
 * @param inside a class of the plugin
 * @param files what its jar holds, by name
 * @param called how often something called into it
 */
public record TestPlugin(String id, Class<?> inside, Map<String, String> files, Calls calls, AtomicInteger called)
        implements PluginHandle {

    public TestPlugin(String id, Class<?> inside) {
        this(id, inside, Map.of());
    }

    public TestPlugin(String id, Class<?> inside, Map<String, String> files) {
        this(id, inside, new TreeMap<>(files), calls(id), new AtomicInteger());
    }

    private static Calls calls(String id) {
        return new Calls(
                id,
                new Patience(Duration.ofSeconds(1), Duration.ofMinutes(2), "plugins.call-deadline"),
                new Patience(Duration.ofHours(1), Duration.ofHours(1), "plugins.job-deadline"));
    }

    @Override
    public String title() {
        return id;
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Module module() {
        return inside.getModule();
    }

    @Override
    public void open(String packageName, Module to) {}

    @Override
    public <T> T call(Callable<T> work) throws Exception {
        called.incrementAndGet();
        return work.call();
    }

    @Override
    public List<String> resources() {
        return List.copyOf(files.keySet());
    }

    @Override
    public Optional<InputStream> resource(String name) {
        return Optional.ofNullable(files.get(name))
                .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
