package org.wvwbuilder.health;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wvwbuilder.kernel.PluginHandle;

/** The plugin as the web server sees it. */
enum Handle implements PluginHandle {
    ONLY;

    @Override
    public String id() {
        return "health";
    }

    @Override
    public String title() {
        return "Health";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Module module() {
        return HealthPlugin.class.getModule();
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
