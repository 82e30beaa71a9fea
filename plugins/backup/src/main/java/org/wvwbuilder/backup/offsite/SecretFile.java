package org.wvwbuilder.backup.offsite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file with a secret in it: one that only the server's account may open, or a credential that systemd hands to the
 * service alone ({@code LoadCredential=}), whose permissions are systemd's business.
 */
record SecretFile(Path path, boolean credential) {
    /** Where systemd says the credentials of this service are. */
    static final String CREDENTIALS = "CREDENTIALS_DIRECTORY";

    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    /** The file that is set, or else the credential of that name, if there is one. */
    static Optional<SecretFile> find(Optional<Path> set, String credential, Map<String, String> environment) {
        var folder = Optional.ofNullable(environment.get(CREDENTIALS)).map(Path::of);
        if (set.isPresent()) {
            var path = set.get().toAbsolutePath().normalize();
            return Optional.of(
                    new SecretFile(path, folder.filter(path::startsWith).isPresent()));
        }
        return folder.map(parent -> parent.resolve(credential))
                .filter(Files::exists)
                .map(path -> new SecretFile(path, true));
    }

    /** Its lines without the blank ones. @throws OffsiteFault when others may open it, or it cannot be read */
    List<String> lines() {
        try {
            var permissions = Files.getPosixFilePermissions(path);
            if (!credential && permissions.stream().anyMatch(OTHERS::contains)) {
                throw settings(
                        path + " is open to other accounts of this machine ("
                                + PosixFilePermissions.toString(permissions) + "): run 'chmod 600 " + path
                                + "', and renew what is in it if you do not trust them",
                        null);
            }
            if (Files.size(path) > 64 << 10) throw settings(path + " is too large for a secret: name another", null);
            try (var lines = Files.lines(path, StandardCharsets.US_ASCII)) {
                return lines.map(String::strip).filter(line -> !line.isEmpty()).toList();
            }
        } catch (IOException | UncheckedIOException e) {
            throw settings(
                    path + " cannot be read (" + e.getMessage() + "): put it there, readable for the server only", e);
        }
    }

    static OffsiteFault settings(String message, Throwable cause) {
        return new OffsiteFault(OffsiteFault.Kind.SETTINGS, message, cause);
    }
}
