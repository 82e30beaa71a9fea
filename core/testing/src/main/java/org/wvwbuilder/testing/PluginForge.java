package org.wvwbuilder.testing;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.apiguardian.api.API;

/**
 * Makes the jars of small plugins while a test runs.
 *
 * @param ground the folder with the API and what it stands on, as the distribution ships it
 * @param scratch takes sources and classes
 */
public record PluginForge(Path ground, Path scratch) {

    /** The sources of a plugin with one class {@code com.example.NAME.Made}. */
    public static Map<String, String> sources(String name, String annotation, String body) {
        return sources(name, annotation, "", body);
    }

    /** @param requires more lines for the module declaration */
    public static Map<String, String> sources(String name, String annotation, String requires, String body) {
        return Map.of(
                "module-info.java",
                """
                @org.wvwbuilder.plugin.PluginModule(%s)
                module com.example.%s {
                    requires org.wvwbuilder.plugin.api;
                    %s
                    provides org.wvwbuilder.plugin.Plugin with com.example.%s.Made;
                }
                """.formatted(annotation, name, requires, name),
                "com/example/" + name + "/Made.java",
                """
                package com.example.%s;

                import jakarta.annotation.security.*;
                import jakarta.ws.rs.*;
                import java.util.List;
                import org.wvwbuilder.plugin.*;

                %s
                """.formatted(name, body));
    }

    /** Compiles and packs; {@code modules} are further jars to compile against. What is no Java is packed as it is. */
    public void forge(Path jar, Map<String, String> sources, Path... modules) throws IOException {
        var folder = Files.createTempDirectory(scratch, "forge");
        var classes = folder.resolve("classes");
        var files = new ArrayList<String>();
        for (var source : sources.entrySet()) {
            var java = source.getKey().endsWith(".java");
            var file = (java ? folder.resolve("src") : classes).resolve(source.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.getValue());
            if (java) files.add(file.toString());
        }
        // The API's annotations are needed to compile against it, not to run.
        var annotations = Path.of(
                API.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        var path = new ArrayList<>(List.of(ground.toString(), annotations.toString()));
        for (var module : modules) path.add(module.toString());
        var options = new ArrayList<>(List.of(
                "-p", path.stream().collect(Collectors.joining(java.io.File.pathSeparator)), "-d", classes.toString()));
        compile(options, files);
        Files.createDirectories(jar.getParent());
        pack(classes, jar);
    }

    private static void compile(List<String> options, List<String> files) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var units = manager.getJavaFileObjectsFromStrings(files);
            if (!compiler.getTask(messages, manager, null, options, null, units).call()) {
                throw new IllegalStateException(messages.toString());
            }
        }
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }
}
