package org.wvwbuilder.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which plugins {@code gw2 plugins disable} switched off: a file in the data folder beside the setting
 * {@code plugins.disabled}, since a command must not write an operator's settings.
 *
 * @param off the ids
 */
record Switches(Path file, SortedSet<String> off) {
    private static final String FILE = "disabled-plugins";

    static Path file(Path data) {
        return data.resolve(FILE);
    }

    static Switches in(Path data) throws Fault {
        var file = file(data);
        var off = new TreeSet<String>();
        // Somebody who may not look into the data folder sees nothing of it, plugins neither.
        if (!Files.exists(file)) return new Switches(file, off);
        try {
            for (var line : Files.readAllLines(file)) if (!line.isBlank()) off.add(line.strip());
        } catch (IOException e) {
            throw new Fault(
                    "the list of plugins that are switched off cannot be read: " + e,
                    "Make " + file + " readable for the server.",
                    e);
        }
        return new Switches(file, off);
    }

    void write(Set<String> ids) throws IOException {
        if (ids.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        Files.createDirectories(file.getParent());
        Folders.write(file, String.join("\n", new TreeSet<>(ids)) + "\n");
    }
}
