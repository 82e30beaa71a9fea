package org.wvwbuilder.plugin.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.wvwbuilder.testing.PluginForge;

/** Plugins that tests make, put where the kit looks for the one to test. */
record Forged(Path folder) {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /**
     * A plugin as a class body of {@code Made}.
     *
     * @param annotation what stands in @PluginModule; MODULE is the name of its module
     * @param files more sources by their names
     * @return the name of its module
     */
    String plugin(String annotation, String body, Map<String, String> files) throws IOException {
        var name = "made" + COUNT.incrementAndGet() + "x";
        var sources =
                new HashMap<>(PluginForge.sources(name, annotation.replace("MODULE", "com.example." + name), body));
        sources.putAll(files);
        var jar = folder.resolve(name + ".jar");
        new PluginForge(Home.folder().resolve("lib/ground"), folder).forge(jar, sources);
        System.setProperty("jdk.module.path", jar.toString());
        return "com.example." + name;
    }

    /** The contract of a plugin of this body. */
    PluginContract contract(String body) throws IOException {
        var module = plugin("id = \"made\", title = \"Made\"", body, Map.of());
        return new PluginContract() {
            @Override
            public String module() {
                return module;
            }
        };
    }
}
