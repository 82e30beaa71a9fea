package org.wvwbuilder.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.kernel.TableOwner;

/**
 * The tables of a plugin as this repository ships them.
 *
 * @param folder the one that holds {@code META-INF}
 */
record Shipped(String id, Path folder) implements TableOwner {
    private static final String MIGRATIONS = "META-INF/wvw/migrations";

    /** Of all plugins. */
    static List<TableOwner> all() throws IOException {
        var all = new ArrayList<TableOwner>();
        try (var plugins = Files.list(Path.of(".."))) {
            for (var plugin : plugins.sorted().toList()) {
                var resources = plugin.resolve("src/main/resources");
                if (Files.isDirectory(resources.resolve(MIGRATIONS))) {
                    all.add(new Shipped(plugin.getFileName().toString(), resources));
                }
            }
        }
        return all;
    }

    @Override
    public List<String> resources() throws IOException {
        try (var files = Files.walk(folder.resolve(MIGRATIONS))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Override
    public Optional<InputStream> resource(String name) throws IOException {
        return Optional.of(Files.newInputStream(folder.resolve(name)));
    }
}
