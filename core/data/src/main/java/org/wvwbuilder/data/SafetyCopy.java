package org.wvwbuilder.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Copies the SQLite file before a migration changes data in it. A copy is whole or not there. */
record SafetyCopy(SqliteFile file) {

    private static final int KEPT = 3;

    /** Leaves {@code before-<owner>-V<version>.db} beside the file, and only the newest few of the owner's copies. */
    void take(String owner, int version) throws SQLException {
        var directory = file.path().toAbsolutePath().getParent();
        var copy = directory.resolve("before-" + owner + "-V" + version + ".db");
        var part = copy.resolveSibling(copy.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            vacuumInto(part);
            sync(part, StandardOpenOption.WRITE);
            Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(directory, StandardOpenOption.READ);
            for (var old : copies(directory, owner).stream().skip(KEPT).toList()) Files.delete(old);
        } catch (IOException error) {
            throw new SQLException("no copy could be made at " + copy + ": " + error, error);
        }
    }

    private void vacuumInto(Path target) throws SQLException {
        try (var connection = file.migrations(Duration.ofSeconds(30)).getConnection();
                var statement = connection.prepareStatement("vacuum into ?")) {
            statement.setString(1, target.toString());
            statement.execute();
        }
    }

    private static void sync(Path path, StandardOpenOption mode) throws IOException {
        try (var channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    /** The owner's copies, newest first. */
    static List<Path> copies(Path directory, String owner) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(
                            path -> path.getFileName().toString().matches("before-\\Q" + owner + "\\E-V[0-9]+\\.db"))
                    .sorted(Comparator.comparing(SafetyCopy::modified).reversed())
                    .toList();
        }
    }

    private static FileTime modified(Path path) {
        try {
            return Files.getLastModifiedTime(path);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
