package org.wvwbuilder.webhooks.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.wvwbuilder.plugin.Event;

/**
 * The types of events by their names, {@code build-saved} for BuildSaved. They are read from the plugin API itself, so that
 * an event that joins it can be chosen and sent without a change here.
 */
public final class EventTypes {
    /** Sent by hand only. */
    public static final String PING = "ping";

    private static final String FOLDER = "org/wvwbuilder/plugin/event";

    private EventTypes() {}

    public static String name(Class<?> type) {
        return joined(type.getSimpleName(), "-");
    }

    /** Words of a Java name in lower case. */
    static String joined(String name, String by) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", by).toLowerCase(Locale.ROOT);
    }

    /** Every type of the plugin API, by the alphabet. */
    public static List<String> all() {
        try {
            var source = Path.of(Event.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(source)) return in(source);
            try (var jar = FileSystems.newFileSystem(source)) {
                return in(jar.getPath("/"));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "the plugin API cannot be read: is the server's folder complete?", unreadable);
        } catch (URISyntaxException defect) {
            throw new IllegalStateException("the plugin API lies at an address that is none", defect);
        }
    }

    private static List<String> in(Path root) throws IOException {
        try (var files = Files.list(root.resolve(FOLDER))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.contains("-"))
                    .map(name -> joined(name.substring(0, name.length() - 6), "-"))
                    .sorted()
                    .toList();
        }
    }
}
