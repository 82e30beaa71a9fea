package org.wvwbuilder.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The server's Java sources, to compare what they say with what the console says in French. */
final class ServerSources {
    private static final Pattern JAVADOC = Pattern.compile("(?m)^ *\\*.*$");

    private ServerSources() {}

    /** Each without its Javadoc, whose examples speak of plugins, settings and problems that nobody has. */
    static List<String> all() throws IOException {
        var found = new ArrayList<String>();
        for (var group : List.of("..", "../../core", "../../plugin-api")) {
            try (var modules = Files.list(Path.of(group))) {
                for (var folder : modules.map(module -> module.resolve("src/main/java"))
                        .filter(Files::isDirectory)
                        .toList()) {
                    try (var files = Files.walk(folder)) {
                        for (var file : files.filter(file -> file.toString().endsWith(".java"))
                                .toList()) {
                            found.add(JAVADOC.matcher(Files.readString(file)).replaceAll(""));
                        }
                    }
                }
            }
        }
        return found;
    }
}
