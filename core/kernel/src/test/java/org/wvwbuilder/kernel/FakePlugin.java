package org.wvwbuilder.kernel;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * A plugin without a layer, for tests of what is done to plugins. {@code TestPlugin}, which the other modules use, stands in a
 * module that is built on this one.
 */
record FakePlugin(String id, Calls calls) implements PluginHandle {

    FakePlugin(String id) {
        this(id, Calls.unwatched(id));
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
        return FakePlugin.class.getModule();
    }

    @Override
    public void open(String packageName, Module to) {}

    @Override
    public <T> T call(Callable<T> work) throws Exception {
        return work.call();
    }

    @Override
    public List<String> resources() {
        return List.of();
    }

    @Override
    public Optional<InputStream> resource(String name) {
        return Optional.empty();
    }
}
