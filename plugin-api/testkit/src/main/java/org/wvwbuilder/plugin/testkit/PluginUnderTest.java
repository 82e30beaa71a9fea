package org.wvwbuilder.plugin.testkit;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AnnotationValue.OfBoolean;
import java.lang.classfile.AnnotationValue.OfString;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * A plugin on the class path or module path of the tests: its compiled classes, or its jar, and the libraries that it
 * requires.
 *
 * @param module its module's descriptor
 * @param parts where its own module and those of its libraries lie
 */
record PluginUnderTest(ModuleDescriptor module, List<Path> parts) {
    private static final String SERVICE = "org.wvwbuilder.plugin.Plugin";
    private static final String MIGRATIONS = "META-INF/wvw/migrations/";
    private static final ToolProvider JAR = ToolProvider.findFirst("jar")
            .orElseThrow(() -> new AssertionError("run the tests with a JDK: no jar tool"));

    /** @param name of its module; empty when there is only one plugin */
    static PluginUnderTest find(String name) {
        var all = modules();
        var plugins = all.values().stream()
                .map(ModuleReference::descriptor)
                .filter(descriptor -> descriptor.provides().stream()
                        .anyMatch(provides -> provides.service().equals(SERVICE)))
                .filter(descriptor -> name.isEmpty() || descriptor.name().equals(name))
                .toList();
        if (plugins.size() != 1) throw new AssertionError(sentence(name, plugins));
        var plugin = plugins.getFirst();
        var parts = new LinkedHashMap<String, Path>();
        collect(plugin, all, parts);
        return new PluginUnderTest(plugin, List.copyOf(parts.values()));
    }

    private static String sentence(String name, List<ModuleDescriptor> plugins) {
        if (!plugins.isEmpty()) {
            return "more than one plugin is on the class path, so name the module of the one to test: "
                    + plugins.stream().map(ModuleDescriptor::name).sorted().toList();
        }
        return "no module " + name + (name.isEmpty() ? "" : " ") + "on the class path provides " + SERVICE
                + ": is there a module-info.java in src/main/java with 'provides " + SERVICE + " with …'?";
    }

    /** The plugin, and what it requires directly or by way of others, but for what the server lends every plugin. */
    private static void collect(ModuleDescriptor one, Map<String, ModuleReference> all, Map<String, Path> parts) {
        parts.put(one.name(), Path.of(all.get(one.name()).location().orElseThrow()));
        for (var requires : one.requires()) {
            var name = requires.name();
            if (parts.containsKey(name) || !all.containsKey(name) || lent(name)) continue;
            if (requires.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC)) continue;
            collect(all.get(name).descriptor(), all, parts);
        }
    }

    private static boolean lent(String module) {
        return Layers.shared().ground().findModule(module).isPresent();
    }

    private static Map<String, ModuleReference> modules() {
        var found = new LinkedHashMap<String, ModuleReference>();
        for (var entry : entries()) {
            try {
                for (var module : ModuleFinder.of(entry).findAll()) {
                    found.putIfAbsent(module.descriptor().name(), module);
                }
            } catch (FindException noModule) {
                // A jar whose name makes no module name can be no plugin, and nothing that one requires.
                System.getLogger(PluginUnderTest.class.getName())
                        .log(System.Logger.Level.DEBUG, "not a module: " + entry, noModule);
            }
        }
        return found;
    }

    private static List<Path> entries() {
        return Stream.of("jdk.module.path", "surefire.test.class.path", "java.class.path")
                .map(System::getProperty)
                .filter(paths -> paths != null && !paths.isEmpty())
                .flatMap(paths -> Stream.of(paths.split(File.pathSeparator)))
                .map(Path::of)
                .filter(Files::exists)
                .filter(path -> Files.isRegularFile(path) || Files.exists(path.resolve("module-info.class")))
                .distinct()
                .toList();
    }

    /** Whether it may keep something in the database: false when it says {@code database = false}. */
    boolean keepsData() {
        return said("database").noneMatch(said -> said instanceof OfBoolean bool && !bool.booleanValue());
    }

    String id() {
        return said("id")
                .map(said -> ((OfString) said).stringValue())
                .findFirst()
                .orElseThrow();
    }

    /** What it says of itself with {@code @PluginModule}. */
    private Stream<AnnotationValue> said(String element) {
        return inside(reader -> {
            try (var description = reader.open("module-info.class").orElseThrow()) {
                return ClassFile.of()
                        .parse(description.readAllBytes())
                        .findAttribute(Attributes.runtimeVisibleAnnotations())
                        .stream()
                        .flatMap(all -> all.annotations().stream())
                        .filter(one -> one.className().equalsString("Lorg/wvwbuilder/plugin/PluginModule;"))
                        .flatMap(one -> one.elements().stream())
                        .filter(one -> one.name().equalsString(element))
                        .map(AnnotationElement::value);
            }
        });
    }

    /** The text of each of its migrations, by its path below {@code META-INF/wvw/migrations}. */
    SortedMap<String, String> migrations() {
        return inside(reader -> {
            var found = new TreeMap<String, String>();
            try (var names = reader.list()) {
                for (var name : names.filter(name -> name.startsWith(MIGRATIONS) && name.endsWith(".sql"))
                        .toList()) {
                    try (var script = reader.open(name).orElseThrow()) {
                        found.put(
                                name.substring(MIGRATIONS.length()),
                                new String(script.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
            return found;
        });
    }

    private interface Reading<T> {
        T from(ModuleReader reader) throws IOException;
    }

    private <T> T inside(Reading<T> reading) {
        var own = ModuleFinder.of(parts.getFirst()).find(module.name()).orElseThrow();
        try (var reader = own.open()) {
            return reading.from(reader);
        } catch (IOException unreadable) {
            throw new AssertionError(module.name() + " cannot be read", unreadable);
        }
    }

    /** Puts it into a folder, as somebody who installs it does. */
    void install(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var part : parts) {
            if (Files.isRegularFile(part)) {
                Files.copy(part, folder.resolve(part.getFileName()));
            } else {
                pack(part, folder.resolve(module.name() + ".jar"));
            }
        }
    }

    private static void pack(Path classes, Path jar) {
        var output = new StringWriter();
        var words = new ArrayList<>(List.of("--create", "--file", jar.toString(), "-C", classes.toString(), "."));
        try (var writer = new PrintWriter(output)) {
            if (JAR.run(writer, writer, words.toArray(String[]::new)) == 0) return;
        }
        throw new AssertionError("the plugin cannot be packed: " + output);
    }
}
