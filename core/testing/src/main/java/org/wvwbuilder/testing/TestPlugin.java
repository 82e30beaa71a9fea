package org.wvwbuilder.testing;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wvwbuilder.kernel.PluginHandle;

/**
 * A plugin under test as the hosts see it, without a module layer around it and without files.
 *
 * @param inside a class of the plugin
 */
public record TestPlugin(String id, Class<?> inside) implements PluginHandle {

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
