package bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Remembers what the last bundle was made from, so that nothing is done twice. */
final class Stamp {
    private final Path file;
    private final String now;

    Stamp(Path file, List<Path> folders) throws IOException {
        this.file = file;
        this.now = digest(folders);
    }

    boolean isFresh() throws IOException {
        return Files.isRegularFile(file) && Files.readString(file).equals(now);
    }

    void write() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, now);
    }

    /** Packages never change under one version, so the names stand for their content; ours are read. */
    private static String digest(List<Path> folders) throws IOException {
        MessageDigest digest = sha256();
        for (Path folder : folders) {
            for (Path file : Tree.files(folder)) {
                digest.update(file.toString().getBytes());
                if (!file.startsWith(folders.getFirst())) digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
