package org.wvwbuilder.plugin.testkit;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Compiles examples as an author would who pastes them: a declaration into a file of its own, statements into a method
 * that has a {@code context} and a {@code caller}. Each stands in a package of its own, unless it names one.
 */
final class Sheet {
    private static final Pattern TYPE =
            Pattern.compile("(?m)^(?:(?:public|final|abstract|sealed) )*(?:class|record|interface|enum) (\\w+)");
    private static final Pattern MODULE = Pattern.compile("(?m)^module ([\\w.]+)");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    /** What an editor would add; where two have one name, the one that the examples mean. */
    private static final String IMPORTS = Stream.of(
                    "jakarta.annotation.security.*",
                    "jakarta.ws.rs.*",
                    "jakarta.ws.rs.core.*",
                    "java.io.*",
                    "java.net.URI",
                    "java.nio.file.FileStore",
                    "java.time.*",
                    "java.util.*",
                    "java.util.concurrent.*",
                    "java.util.function.*",
                    "java.util.stream.*",
                    "org.wvwbuilder.plugin.*",
                    "org.wvwbuilder.plugin.event.*")
            .map(name -> "import " + name + "; ")
            .collect(Collectors.joining());

    private final Path folder;
    private int count;

    Sheet(Path folder) {
        this.folder = folder;
    }

    /** What the compiler says against these examples; empty when nothing. */
    String compile(List<Example> examples) throws IOException {
        var files = new ArrayList<Path>();
        for (var example : examples) files.add(write(example));
        var module = files.stream().anyMatch(file -> file.endsWith("module-info.java"));
        var path = module ? List.of("-p", modulePath()) : List.of("-cp", classPath());
        var options = Stream.concat(path.stream(), Stream.of("-d", folder.toString(), "-proc:none", "-Xdiags:verbose"));
        var said = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var units = manager.getJavaFileObjectsFromPaths(files);
            return compiler.getTask(said, manager, null, options.toList(), null, units)
                            .call()
                    ? ""
                    : said.toString();
        }
    }

    private Path write(Example example) throws IOException {
        var code = example.code();
        if (MODULE.matcher(code).find()) {
            return put(folder, "module-info", "import org.wvwbuilder.plugin.PluginModule; " + code);
        }
        var named = PACKAGE.matcher(code);
        var type = TYPE.matcher(code);
        if (named.find() && type.find()) {
            var where = folder.resolve(named.group(1).replace('.', '/'));
            return put(where, type.group(1), code.replaceFirst(";", "; " + IMPORTS));
        }
        var name = "example" + ++count;
        var begin = "package " + name + "; " + (code.contains("\nimport ") ? "" : IMPORTS);
        var where = folder.resolve(name);
        type.reset();
        if (type.find()) return put(where, type.group(1), begin + code);
        return put(
                where,
                "Pasted",
                begin + "class Pasted { void here(PluginContext context, Caller caller) throws Exception {\n" + code
                        + "\n}}");
    }

    private static Path put(Path where, String type, String code) throws IOException {
        return Files.writeString(Files.createDirectories(where).resolve(type + ".java"), code);
    }

    private static String classPath() {
        return Stream.of("surefire.test.class.path", "java.class.path")
                .map(System::getProperty)
                .filter(value -> value != null)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** What a plugin's module can see. */
    private static String modulePath() {
        return Arrays.stream(classPath().split(File.pathSeparator))
                .filter(entry -> entry.matches(".*(wvw-plugin-api|plugin-api/api/|jakarta\\.|apiguardian).*"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
