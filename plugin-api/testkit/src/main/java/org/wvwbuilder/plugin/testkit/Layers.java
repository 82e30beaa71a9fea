package org.wvwbuilder.plugin.testkit;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.wvwbuilder.plugin.Plugin;

/**
 * The module layers of the server, as its start script builds them: the ground that plugins stand on, and above it the
 * server with its libraries. Nothing on the class path of the tests is seen from within, and the classes of the plugin API
 * are others than those that the tests use. Built once for each process of tests.
 */
final class Layers {
    private static Layers shared;
    private final ModuleLayer ground;
    private final ModuleLayer.Controller host;

    private Layers(ModuleLayer ground, ModuleLayer.Controller host) {
        this.ground = ground;
        this.host = host;
    }

    static synchronized Layers shared() {
        if (Plugin.class.getModule().isNamed()) {
            throw new AssertionError("The tests run on the module path, where the plugin would be there twice. Set"
                    + " <useModulePath>false</useModulePath> in the configuration of maven-surefire-plugin.");
        }
        if (shared == null) shared = build(Home.folder());
        return shared;
    }

    @SuppressWarnings("restricted") // The driver of SQLite, the one library with native code.
    private static Layers build(Path home) {
        var boot = ModuleLayer.boot();
        var ground = layer(home.resolve("lib/ground"), boot, ClassLoader.getPlatformClassLoader());
        var host = layer(
                home.resolve("lib/host"),
                ground.layer(),
                module(ground, "org.wvwbuilder.boot").getClassLoader());
        var server = module(host, "org.wvwbuilder.server");
        ground.addExports(module(ground, "org.wvwbuilder.boot"), "org.wvwbuilder.boot", server);
        host.addExports(server, server.getName(), Layers.class.getModule());
        host.enableNativeAccess(module(host, "org.xerial.sqlitejdbc"));
        return new Layers(ground.layer(), host);
    }

    /** Every module in the folder is a root, so that services between the libraries are found. */
    private static ModuleLayer.Controller layer(Path folder, ModuleLayer parent, ClassLoader above) {
        var finder = ModuleFinder.of(folder);
        var roots = finder.findAll().stream()
                .map(found -> found.descriptor().name())
                .collect(Collectors.toSet());
        var configuration = Configuration.resolve(finder, List.of(parent.configuration()), ModuleFinder.of(), roots);
        return ModuleLayer.defineModulesWithOneLoader(configuration, List.of(parent), above);
    }

    private static Module module(ModuleLayer.Controller layer, String name) {
        return layer.layer().findModule(name).orElseThrow(() -> new AssertionError("no module " + name));
    }

    ModuleLayer ground() {
        return ground;
    }

    /** The server's side of the kit: {@code Bench}, say. */
    Class<?> server(String name) {
        return type(module(host, "org.wvwbuilder.server"), "org.wvwbuilder.server." + name);
    }

    /** A class of the plugin API as the server knows it. */
    Class<?> api(String name) {
        return type(ground.findModule("org.wvwbuilder.plugin.api").orElseThrow(), name);
    }

    private static Class<?> type(Module module, String name) {
        var type = Class.forName(module, name);
        if (type == null) throw new AssertionError("no class " + name + " in " + module);
        return type;
    }
}
