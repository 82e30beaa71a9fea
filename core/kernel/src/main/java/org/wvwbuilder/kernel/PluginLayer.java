package org.wvwbuilder.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.Configuration;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.lang.module.ResolutionException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.wvwbuilder.plugin.Plugin;

/** The modules of one plugin, in a layer of their own above the ground layer. */
final class PluginLayer {
    private static final String OWN_FILES = "META-INF/wvw/";
    private final ModuleLayer.Controller controller;
    private final Module module;
    private final ModuleReference reference;

    private PluginLayer(ModuleLayer.Controller controller, Module module, ModuleReference reference) {
        this.controller = controller;
        this.module = module;
        this.reference = reference;
    }

    /** Every module in the folder is a root: a library's service providers are needed as well. */
    static PluginLayer resolve(Candidate.Modules modules, ModuleLayer ground) throws Fault {
        var name = modules.plugin().name();
        var roots = modules.finder().findAll().stream()
                .map(found -> found.descriptor().name())
                .collect(Collectors.toSet());
        try {
            var configuration =
                    Configuration.resolve(ModuleFinder.of(), List.of(ground.configuration()), modules.finder(), roots);
            var controller = ModuleLayer.defineModulesWithOneLoader(
                    configuration, List.of(ground), ClassLoader.getPlatformClassLoader());
            var module = controller
                    .layer()
                    .findModule(name)
                    .filter(found -> found.getLayer() == controller.layer())
                    .orElseThrow(() -> new Fault(
                            "its module is called " + name + " like one of the server's",
                            "Its author must rename the module."));
            return new PluginLayer(
                    controller, module, modules.finder().find(name).orElseThrow());
        } catch (FindException | ResolutionException | java.lang.LayerInstantiationException e) {
            throw new Fault(
                    e.getMessage(),
                    "Put the missing jar into the plugin's folder, or ask its author: a plugin sees the JDK, the plugin"
                            + " API and its own jars, nothing else.",
                    e);
        }
    }

    Module module() {
        return module;
    }

    ClassLoader loader() {
        return module.getClassLoader();
    }

    void open(String packageName, Module to) {
        if (!module.getPackages().contains(packageName)) return;
        controller.addOpens(module, packageName, to);
    }

    /** The plugin itself: the first of its code that runs. */
    Plugin instantiate() throws Fault {
        return ServiceLoader.load(controller.layer(), Plugin.class).stream()
                .filter(provider -> provider.type().getModule() == module)
                .findFirst()
                .orElseThrow(() -> new Fault("its plugin class is not to be found", "Ask its author for a new build."))
                .get();
    }

    List<String> resources() throws IOException {
        try (var reader = reference.open();
                var names = reader.list()) {
            return names.filter(name -> name.startsWith(OWN_FILES) && !name.endsWith("/"))
                    .sorted()
                    .toList();
        }
    }

    Optional<InputStream> resource(String name) throws IOException {
        if (!name.startsWith(OWN_FILES)) return Optional.empty();
        try (var reader = reference.open();
                var stream = reader.open(name).orElse(null)) {
            // Read whole, since the reader closes the jar: a plugin's own files are small.
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new java.io.ByteArrayInputStream(stream.readAllBytes()));
        }
    }
}
