package org.wvwbuilder.http;

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

/** A plugin that consists of what a test gives it. */
record FakePlugin(String id, Map<String, String> files, AtomicInteger made, Calls calls) implements PluginHandle {
    private static final Patience PATIENCE =
            new Patience(Duration.ofSeconds(1), Duration.ofMinutes(2), "plugins.call-deadline");

    FakePlugin(String id) {
        this(id, Map.of());
    }

    FakePlugin(String id, Map<String, String> files) {
        this(id, new TreeMap<>(files), new AtomicInteger(), new Calls(id, PATIENCE, PATIENCE));
    }

    @Override
    public String title() {
        return id;
    }

    @Override
    public String version() {
        return "1.0.0";
    }

    @Override
    public Module module() {
        return FakePlugin.class.getModule();
    }

    @Override
    public void open(String packageName, Module to) {}

    @Override
    public <T> T call(Callable<T> work) throws Exception {
        made.incrementAndGet();
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
