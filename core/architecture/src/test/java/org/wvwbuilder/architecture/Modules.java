package org.wvwbuilder.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The project's compiled modules, read from their folders. */
final class Modules {
    /** The modules that there are, each with its folder. A new one is added here, so that no rule passes on nothing. */
    static final Map<String, String> FOLDERS = new LinkedHashMap<>();

    static {
        FOLDERS.put("org.wvwbuilder.plugin.api", "plugin-api/api");
        for (var name : new String[] {"boot", "kernel", "data", "http", "scheduling", "cli", "server"}) {
            FOLDERS.put("org.wvwbuilder." + name, "core/" + name);
        }
        for (var name : new String[] {
            "auth", "backup", "builds", "dashboard", "health", "loadtest", "logs", "console", "squads", "webhooks"
        }) {
            FOLDERS.put("org.wvwbuilder." + name, "plugins/" + name);
        }
    }

    private Modules() {}

    static Path classes(String module) {
        return Path.of("../..").resolve(FOLDERS.get(module)).resolve("target/classes");
    }

    static Map<String, ModuleDescriptor> descriptors() {
        var found = new TreeMap<String, ModuleDescriptor>();
        for (var module : FOLDERS.keySet()) found.put(module, descriptor(module));
        return found;
    }

    static ModuleDescriptor descriptor(String module) {
        try (var in = Files.newInputStream(classes(module).resolve("module-info.class"))) {
            return ModuleDescriptor.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("build the module " + module + " first", e);
        }
    }
}
