package org.wvwbuilder.backup.offsite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.wvwbuilder.backup.OffsiteSettings;

/** Opens the places that the settings name, and nothing when a secret lies open. Nothing is asked of the network yet. */
public final class OffsitePlaces {
    private final Path directory;
    private final InstantSource clock;
    private final Map<String, String> environment;

    /**
     * @param directory the plugin's own folder, where the key is when the settings name none
     * @param environment of the process: where systemd says the credentials are
     */
    public OffsitePlaces(Path directory, InstantSource clock, Map<String, String> environment) {
        this.directory = directory;
        this.clock = clock;
        this.environment = Map.copyOf(environment);
    }

    /**
     * @param made hears, once in the life of an installation, where the sealing key was made and what to do about it
     * @return in the order of their names
     * @throws OffsiteFault of kind SETTINGS
     */
    public List<Offsite> open(Map<String, OffsiteSettings> settings, Consumer<String> made) throws IOException {
        var places = new ArrayList<Offsite>();
        for (var place : new TreeMap<>(settings).entrySet()) places.add(open(place.getKey(), place.getValue(), made));
        return List.copyOf(places);
    }

    private Offsite open(String name, OffsiteSettings settings, Consumer<String> made) throws IOException {
        var signature = new Signature(settings.accessKey(), secret(name, settings), settings.region());
        var keys = keys(name, settings, made);
        var wire = new Wire(settings, signature, clock, Thread::sleep, Wire.ANSWER);
        return new S3Offsite(name, settings, keys, new Bucket(wire, new Faults(name, settings)), clock);
    }

    private String secret(String name, OffsiteSettings settings) {
        var credential = "backup-" + name + "-secret-key";
        var file = SecretFile.find(settings.secretKeyFile(), credential, environment)
                .orElseThrow(() -> SecretFile.settings(
                        "backup.offsite." + name
                                + " has no secret: set secret-key-file, or give the service the credential "
                                + credential,
                        null));
        var lines = file.lines();
        if (lines.size() != 1) {
            throw SecretFile.settings(
                    file.path() + " has to hold the secret of the access key in one line: correct it", null);
        }
        return lines.getFirst();
    }

    private KeyRing keys(String name, OffsiteSettings settings, Consumer<String> made) throws IOException {
        var file = SecretFile.find(settings.sealingKeyFile(), "backup-" + name + "-sealing-key", environment);
        if (file.isPresent()) return KeyRing.read(file.get());
        var own = directory.resolve("offsite.key");
        if (Files.exists(own)) return KeyRing.read(new SecretFile(own, false));
        var keys = KeyRing.create(own);
        made.accept(
                "The key that seals copies of backups was made: " + own.toAbsolutePath()
                        + ". Keep a copy of that file on another machine: without it no copy can be opened, and backups do not hold it.");
        return keys;
    }
}
