package org.wvwbuilder.builds.gamekey;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Where the secrets lie that seal the players' keys: one on each line, as base64url. The first one seals; the others open
 * what was sealed before them. Nobody but the server's account may read it.
 */
final class KeyFile {
    private static final int BYTES = 32;
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path file;

    KeyFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** @return none where there is no file @throws IOException when others may read it, or it holds something else */
    List<byte[]> read() throws IOException {
        if (!Files.exists(file)) return List.of();
        if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw new IOException("The file " + file + " is open to other accounts of this machine: run 'chmod 600 "
                    + file + "', and renew it if you do not trust them.");
        }
        var lines = Files.readString(file, StandardCharsets.US_ASCII).lines();
        return lines.map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(this::decoded)
                .toList();
    }

    /** Makes a file with one secret. When two processes try at once, both get that of the first. */
    List<byte[]> create() throws IOException {
        var secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        var folder = Files.createDirectories(file.getParent());
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(folder, "game-keys", ".new", owner);
        try {
            write(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(secret) + "\n");
            // A link appears whole or not at all, and never replaces a file that is there.
            Files.createLink(file, draft);
            return List.of(secret);
        } catch (FileAlreadyExistsException other) {
            return read();
        } finally {
            Files.delete(draft);
        }
    }

    private byte[] decoded(String line) {
        try {
            var secret = Base64.getUrlDecoder().decode(line);
            if (secret.length == BYTES) return secret;
        } catch (IllegalArgumentException notBase64) {
            // The same sentence for both, below.
        }
        throw new IllegalStateException(
                "The file " + file + " has a line that is no secret (43 characters of base64url):"
                        + " put the right file back, or delete it and let the players give their keys again.");
    }

    private static void write(Path draft, String line) throws IOException {
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        }
    }
}
