package org.wvwbuilder.auth.secret;

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
import java.util.Set;

/** Where the {@link MasterKey} lies: one line of base64url, which nobody but the server's account may read. */
public final class MasterKeyFile {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path file;

    public MasterKeyFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    public boolean exists() {
        return Files.exists(file);
    }

    public Path path() {
        return file;
    }

    /**
     * Reads the key.
     *
     * @throws IllegalStateException when others may read or write the file, or it holds no key
     */
    public MasterKey read() throws IOException {
        var permissions = Files.getPosixFilePermissions(file);
        if (permissions.stream().anyMatch(OTHERS::contains)) {
            throw new IllegalStateException("the master key " + file + " is open to other accounts of this machine ("
                    + PosixFilePermissions.toString(permissions) + "): run 'chmod 600 " + file
                    + "', and consider the key known if you do not trust them");
        }
        return new MasterKey(decoded());
    }

    /** Makes a key where there is none. When two processes try at once, both get the key of the first. */
    public MasterKey create() throws IOException {
        var secret = new byte[MasterKey.BYTES];
        new SecureRandom().nextBytes(secret);
        var line = Base64.getUrlEncoder().withoutPadding().encodeToString(secret) + "\n";
        var folder = Files.createDirectories(file.getParent());
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var draft = Files.createTempFile(folder, "master", ".new", owner);
        try {
            write(draft, line);
            // A link appears whole or not at all, and never replaces a key that is there.
            Files.createLink(file, draft);
            sync(folder);
        } catch (FileAlreadyExistsException other) {
            return read();
        } finally {
            Files.delete(draft);
        }
        return new MasterKey(secret);
    }

    private byte[] decoded() throws IOException {
        try {
            var secret = Base64.getUrlDecoder()
                    .decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
            if (secret.length == MasterKey.BYTES) return secret;
        } catch (IllegalArgumentException | java.nio.charset.CharacterCodingException notBase64) {
            // The same sentence for all of them, below.
        }
        throw new IllegalStateException("the file " + file
                + " holds no master key (43 characters of base64url): put the right one back from where you keep it");
    }

    private static void write(Path draft, String line) throws IOException {
        try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
