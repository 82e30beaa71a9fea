package org.wvwbuilder.webhooks.seal;

import java.io.IOException;
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
import java.util.Optional;

/**
 * The file with the one secret that seals all others, as base64url. Nobody but the server's account may read it. Servers
 * that share a database share it, too.
 */
public final class SealFile {
    private static final int BYTES = 32;
    private static final EnumSet<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path file;

    public SealFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** Empty where there is no file yet. @throws IOException when others may read it, or it holds something else */
    public Optional<Seal> read() throws IOException {
        if (!Files.exists(file)) return Optional.empty();
        if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw new IOException("The file " + file + " is open to other accounts of this machine: run 'chmod 600 "
                    + file + "', and make the webhooks anew if you do not trust them.");
        }
        try {
            var secret = Base64.getUrlDecoder()
                    .decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (secret.length == BYTES) return Optional.of(new Seal(secret));
        } catch (IllegalArgumentException notBase64) {
            throw damaged(notBase64);
        }
        throw damaged(null);
    }

    private IOException damaged(Throwable cause) {
        return new IOException(
                "The file " + file + " holds no secret (43 characters of base64url): put the right file back, or delete"
                        + " it and make the webhooks anew.",
                cause);
    }

    /** Makes the file. When two processes try at once, both get the secret of the first. */
    public Seal create() throws IOException {
        var secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(Files.createDirectories(file.getParent()), "seal", ".new", owner);
        try {
            Files.writeString(draft, Base64.getUrlEncoder().withoutPadding().encodeToString(secret) + "\n");
            try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            // A link appears whole or not at all, and never replaces a file that is there.
            Files.createLink(file, draft);
            return new Seal(secret);
        } catch (FileAlreadyExistsException other) {
            return read().orElseThrow(() -> other);
        } finally {
            Files.delete(draft);
        }
    }
}
