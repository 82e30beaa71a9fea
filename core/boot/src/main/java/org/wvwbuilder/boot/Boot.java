package org.wvwbuilder.boot;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * The main class. {@code -Dwvw.home} names the distribution's folder, {@code -Dwvw.base} the one that relative paths
 * start from (the home when absent).
 */
public final class Boot {
    private static final String SERVER = "org.wvwbuilder.server";

    private Boot() {}

    @SuppressWarnings("restricted") // the start script grants this module native access
    public static void main(String[] words) throws Exception {
        var home = Path.of(System.getProperty("wvw.home", "")).toAbsolutePath().normalize();
        var base = Path.of(System.getProperty("wvw.base", home.toString()));
        var ground = Boot.class.getModule().getLayer();
        if (ground == null) {
            fail("Start with 'java -p lib/ground -m org.wvwbuilder.boot/" + Boot.class.getName()
                    + "', or with bin/gw2.");
        }
        var libraries = home.resolve("lib/host");
        if (!Files.isDirectory(libraries)) {
            fail("No folder " + libraries + ": unpack the distribution again, or start it with its own bin/gw2.");
        }
        var host = hostLayer(ground, libraries);
        // The one library with native code. Only a module with that right itself may pass it on, and only from its
        // code.
        var sqlite = host.layer().findModule("org.xerial.sqlitejdbc");
        if (sqlite.isPresent()) host.enableNativeAccess(sqlite.get());
        // The descriptor can export to a module of its own layer only.
        host.layer().findModule("org.wvwbuilder.server").ifPresent(Boot::lookInto);
        var world = new World(ground, host, home, base.toAbsolutePath().normalize());
        var exit = program(host.layer()).run(world, words);
        if (exit != 0) System.exit(exit);
    }

    /** Every module in the folder is a root, so that services between the libraries are found without binding. */
    private static ModuleLayer.Controller hostLayer(ModuleLayer ground, Path libraries) throws IOException {
        var finder = ModuleFinder.of(libraries);
        var roots = finder.findAll().stream()
                .map(ModuleReference::descriptor)
                .map(descriptor -> descriptor.name())
                .collect(Collectors.toSet());
        var configuration = Configuration.resolve(finder, List.of(ground.configuration()), ModuleFinder.of(), roots);
        return ModuleLayer.defineModulesWithOneLoader(
                configuration, List.of(ground), ClassLoader.getSystemClassLoader());
    }

    private static void lookInto(Module server) {
        Boot.class.getModule().addExports(Boot.class.getPackageName(), server);
    }

    private static Program program(ModuleLayer host) {
        // An export in the module declaration would be to everybody: a qualified one reaches no module of another
        // layer.
        var server = host.findModule(SERVER).orElseThrow(Boot::incomplete);
        Boot.class.getModule().addExports(Boot.class.getPackageName(), server);
        Thread.currentThread().setContextClassLoader(server.getClassLoader());
        return ServiceLoader.load(host, Program.class).findFirst().orElseThrow(Boot::incomplete);
    }

    private static IllegalStateException incomplete() {
        return new IllegalStateException("lib/host holds no server: unpack the distribution again");
    }

    private static void fail(String sentence) {
        System.err.println(sentence);
        System.exit(1);
    }
}
