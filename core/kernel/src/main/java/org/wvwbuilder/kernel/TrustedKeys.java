package org.wvwbuilder.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whose signatures count here: those of the setting {@code plugins.trusted}, and those of the files that {@code gw2
 * plugins trust} makes.
 *
 * @param names what to call the key's owner, by the key's 32 bytes as base64
 */
record TrustedKeys(Map<String, String> names) {
    private static final String FOLDER = "trusted-keys";
    private static final String ENDING = ".pub";
    private static final long LONGEST = 4 << 10;

    static Path folder(Path data) {
        return data.resolve(FOLDER);
    }

    /** A file that is no key is not passed over: somebody meant to trust it, and believes they do. */
    static TrustedKeys of(List<String> settings, Path data) throws Fault {
        var names = new TreeMap<String, String>();
        for (var setting : settings) {
            var key = Named.of(setting);
            names.put(key.key(), key.name().isEmpty() ? "plugins.trusted" : key.name());
        }
        for (var file : files(folder(data))) {
            var key = read(file);
            names.putIfAbsent(
                    key.key(), key.name().isEmpty() ? file.getFileName().toString() : key.name());
        }
        return new TrustedKeys(Map.copyOf(names));
    }

    /** The owner of a key, if it is trusted. */
    Optional<String> owner(String key) {
        return Optional.ofNullable(names.get(key));
    }

    private static List<Path> files(Path folder) throws Fault {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static Named read(Path file) throws Fault {
        try {
            if (Files.size(file) > LONGEST) throw new IllegalArgumentException("too long for a public key");
            return Named.of(Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(file, e);
        }
    }

    private static Fault unreadable(Path file, Exception e) {
        return new Fault(
                "the trusted keys cannot be read: " + file + ": " + e.getMessage(),
                "Mend or remove that file; 'gw2 plugins trust' makes it anew.",
                e);
    }

    /**
     * A public key with the name of its owner behind it.
     *
     * @param key its 32 bytes as base64
     * @param name empty when none is given
     */
    record Named(String key, String name) {
        /** @throws IllegalArgumentException when there is no key in the text */
        static Named of(String text) {
            var stripped = text.strip();
            if (stripped.startsWith("-----")) return new Named(Ed25519.text(Ed25519.publicKey(stripped)), "");
            var parts = stripped.split("\\s+", 2);
            var key = Ed25519.text(Ed25519.publicKey(parts[0]));
            return new Named(key, parts.length == 1 ? "" : parts[1].strip());
        }
    }
}
