package org.wvwbuilder.scheduling;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wvwbuilder.kernel.PluginHandle;

/** A plugin without a module of its own. */
record FakePlugin(String id) implements PluginHandle {

    @Override
    public String title() {
        return id;
    }

    @Override
    public String version() {
        return "1.0";
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
