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
    private static final String MAIN = SERVER + ".Main";
    private static final String FLAT = "wvw.flat";

    private Boot() {}

    public static void main(String[] words) throws Exception {
        var home = Path.of(System.getProperty("wvw.home", "")).toAbsolutePath().normalize();
        var base = Path.of(System.getProperty("wvw.base", home.toString()));
        var ground = Boot.class.getModule().getLayer();
        if (ground == null) {
            fail("Start with 'java -p lib/ground -m org.wvwbuilder.boot/" + Boot.class.getName()
                    + "', or with bin/gw2.");
        }
        var world = new World(ground, home, base.toAbsolutePath().normalize());
        var program = Boolean.getBoolean(FLAT) ? besides() : above(ground, home.resolve("lib/host"));
        var exit = program.run(world, words);
        if (exit != 0) System.exit(exit);
    }

    /** The program on the class path, where a start finds its classes ready to use; the ground knows none of them. */
    private static Program besides() throws ReflectiveOperationException {
        var loader = ClassLoader.getSystemClassLoader();
        lookInto(loader.getUnnamedModule());
        return Class.forName(MAIN, true, loader)
                .asSubclass(Program.class)
                .getConstructor()
                .newInstance();
    }

    @SuppressWarnings("restricted") // the start script grants this module native access
    private static Program above(ModuleLayer ground, Path libraries) throws IOException {
        if (!Files.isDirectory(libraries)) {
            fail("No folder " + libraries + ": unpack the distribution again, or start it with its own bin/gw2.");
        }
        var host = hostLayer(ground, libraries);
        // The one library with native code. Only a module with that right itself may pass it on, and only from its
        // code.
        var sqlite = host.layer().findModule("org.xerial.sqlitejdbc");
        if (sqlite.isPresent()) host.enableNativeAccess(sqlite.get());
        // The descriptor can export to a module of its own layer only.
        var server = host.layer().findModule(SERVER).orElseThrow(Boot::incomplete);
        lookInto(server);
        Thread.currentThread().setContextClassLoader(server.getClassLoader());
        return ServiceLoader.load(host.layer(), Program.class).findFirst().orElseThrow(Boot::incomplete);
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

    private static IllegalStateException incomplete() {
        return new IllegalStateException("lib/host holds no server: unpack the distribution again");
    }

    private static void fail(String sentence) {
        System.err.println(sentence);
        System.exit(1);
    }
}
