package org.wvwbuilder.backup.offsite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wvwbuilder.backup.archive.SyncedFile;

/** The keys of a key file: the first one seals, the others open what was sealed before them. */
final class KeyRing {
    private final Path file;
    private final List<SealingKey> keys;

    private KeyRing(Path file, List<SealingKey> keys) {
        this.file = file;
        this.keys = keys;
    }

    /** @throws OffsiteFault when others may open the file, or a line of it is no key */
    static KeyRing read(SecretFile file) {
        var keys = file.lines().stream()
                .map(line -> decoded(line).orElseThrow(() -> noKey(file.path())))
                .toList();
        if (keys.isEmpty()) throw noKey(file.path());
        return new KeyRing(file.path(), keys);
    }

    /** Makes a file with one key where there is none. When two processes try at once, both get the key of the first. */
    static KeyRing create(Path file) throws IOException {
        var secret = new byte[SealingKey.BYTES];
        new SecureRandom().nextBytes(secret);
        var line = Base64.getUrlEncoder().withoutPadding().encodeToString(secret) + "\n";
        var folder = Files.createDirectories(file.toAbsolutePath().getParent());
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
        var draft = Files.createTempDirectory(folder, "key", owner);
        var fresh = draft.resolve("fresh");
        try (var out = new SyncedFile(fresh)) {
            out.write(line.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            // A link appears whole or not at all, and never replaces a key that is there.
            Files.createLink(file, fresh);
            SyncedFile.syncFolder(folder);
        } catch (FileAlreadyExistsException other) {
            return read(new SecretFile(file, false));
        } finally {
            Files.deleteIfExists(fresh);
            Files.delete(draft);
        }
        return new KeyRing(file, List.of(new SealingKey(secret)));
    }

    SealingKey sealing() {
        return keys.getFirst();
    }

    /** @throws OffsiteFault of kind WRONG_KEY when none of them has this id */
    SealingKey opening(byte[] id) {
        return keys.stream()
                .filter(key -> Arrays.equals(key.id(), id))
                .findFirst()
                .orElseThrow(() -> new OffsiteFault(
                        OffsiteFault.Kind.WRONG_KEY,
                        "the copy was sealed with the key " + HexFormat.of().formatHex(id) + ", and " + file
                                + " holds "
                                + keys.stream().map(SealingKey::name).collect(Collectors.joining(", "))
                                + ": add the line of the right key to that file"));
    }

    private static Optional<SealingKey> decoded(String line) {
        try {
            var secret = Base64.getUrlDecoder().decode(line);
            return secret.length == SealingKey.BYTES ? Optional.of(new SealingKey(secret)) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static OffsiteFault noKey(Path file) {
        return SecretFile.settings(
                file + " has to hold keys, one on each line (43 characters of base64url): put the right file back"
                        + " from where you keep it",
                null);
    }
}
