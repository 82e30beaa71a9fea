package org.wvwbuilder.kernel;

import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.plugin.Plugin;

/**
 * A folder that may hold a plugin.
 *
 * @param bundled true when it came with the distribution
 */
record Candidate(Path folder, boolean bundled) {

    /** The folders below these roots that hold jars, the distribution's first, each root in the order of names. */
    static List<Candidate> in(Path distribution, Path thirdParties) throws IOException {
        var found = new ArrayList<Candidate>();
        collect(distribution, true, found);
        if (!thirdParties.equals(distribution)) collect(thirdParties, false, found);
        return found;
    }

    /** The folder of this name below the distribution's root, if it may hold a plugin. */
    static Optional<Candidate> named(Path distribution, String name) {
        if (name.isEmpty() || name.startsWith(".") || name.indexOf('/') >= 0) return Optional.empty();
        var folder = distribution.resolve(name);
        return Files.isDirectory(folder) ? Optional.of(new Candidate(folder, true)) : Optional.empty();
    }

    private static void collect(Path root, boolean bundled, List<Candidate> found) throws IOException {
        if (!Files.isDirectory(root)) return;
        try (var folders = Files.list(root)) {
            for (var folder : folders.filter(Candidate::isPlugin).sorted().toList()) {
                if (holdsJars(folder)) found.add(new Candidate(folder, bundled));
            }
        }
    }

    /** A dot before its name says that it is on its way in or out; see {@link PluginShelf}. */
    private static boolean isPlugin(Path folder) {
        return Files.isDirectory(folder) && !folder.getFileName().toString().startsWith(".");
    }

    private static boolean holdsJars(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> file.getFileName().toString().endsWith(".jar"));
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    /** Reads the jars' descriptors and finds the one module that provides a plugin. */
    Modules read() throws Fault {
        try {
            var finder = ModuleFinder.of(folder);
            var plugins = finder.findAll().stream()
                    .map(ModuleReference::descriptor)
                    .filter(Candidate::providesPlugin)
                    .toList();
            if (plugins.size() == 1) return new Modules(finder, plugins.getFirst());
            throw new Fault(
                    plugins.isEmpty()
                            ? "no module in it provides " + Plugin.class.getName()
                            : "more than one module in it is a plugin: " + names(plugins),
                    plugins.isEmpty()
                            ? "Its author must write 'provides " + Plugin.class.getName()
                                    + " with …' in module-info.java."
                            : "Put each plugin into a folder of its own.");
        } catch (FindException e) {
            throw new Fault(
                    "a jar in it cannot be read: " + innermost(e),
                    "Copy the plugin's folder again from its download.",
                    e);
        }
    }

    private static boolean providesPlugin(ModuleDescriptor descriptor) {
        return descriptor.provides().stream()
                .anyMatch(provides -> provides.service().equals(Plugin.class.getName()));
    }

    private static String names(List<ModuleDescriptor> plugins) {
        return String.join(
                ", ", plugins.stream().map(ModuleDescriptor::name).sorted().toList());
    }

    private static String innermost(Throwable e) {
        return e.getCause() == null
                ? e.getMessage()
                : e.getMessage() + " (" + e.getCause().getMessage() + ")";
    }

    /** The jars of a folder and the module among them that is the plugin. */
    record Modules(ModuleFinder finder, ModuleDescriptor plugin) {}
}
