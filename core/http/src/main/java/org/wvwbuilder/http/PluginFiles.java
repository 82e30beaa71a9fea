package org.wvwbuilder.http;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.wvwbuilder.kernel.PluginHandle;

/** The files of a plugin below one folder, each read when it is first asked for. */
final class PluginFiles {
    private final PluginHandle plugin;
    private final String folder;
    private final Set<String> names;
    private final Map<String, WebFile> read = new ConcurrentHashMap<>();

    PluginFiles(PluginHandle plugin, String folder) throws IOException {
        this.plugin = plugin;
        this.folder = folder;
        this.names = Set.copyOf(
                plugin.resources().stream().filter(n -> n.startsWith(folder)).toList());
    }

    /** What the address of a file that may be kept for good has behind the plugin's id. */
    boolean isOf(String fingerprint) {
        return !fingerprint.isEmpty() && fingerprint.equals(plugin.fingerprint());
    }

    boolean has(String path) {
        return names.contains(folder + path);
    }

    /** The file, if the plugin's jar lists exactly this name: no path leads out of it. */
    Optional<WebFile> find(String path) throws IOException {
        var known = read.get(path);
        if (known != null) return Optional.of(known);
        if (!has(path)) return Optional.empty();
        var stream = plugin.resource(folder + path);
        if (stream.isEmpty()) return Optional.empty();
        try (var bytes = stream.get()) {
            var file = new WebFile(path, bytes.readAllBytes());
            read.put(path, file);
            return Optional.of(file);
        }
    }
}
