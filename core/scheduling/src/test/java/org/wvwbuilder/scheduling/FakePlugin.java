package org.wvwbuilder.scheduling;

import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wvwbuilder.kernel.Calls;
import org.wvwbuilder.kernel.Patience;
import org.wvwbuilder.kernel.PluginHandle;

/** A plugin without a module of its own. */
record FakePlugin(String id, Calls calls) implements PluginHandle {

    FakePlugin(String id) {
        this(id, new Calls(id, patience("call"), patience("job")));
    }

    private static Patience patience(String what) {
        return new Patience(Duration.ofHours(1), Duration.ofHours(1), "plugins." + what + "-deadline");
    }

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
