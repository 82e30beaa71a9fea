package org.wvwbuilder.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wvwbuilder.plugin.HealthCheck;

/** Writes a small file where the data lie. The server's own check warns of a disk that fills up; this one is for now. */
final class DiskProbe implements HealthCheck {
    private static final long LEAST_BYTES = 16 << 20;
    private final Path directory;

    DiskProbe(Path directory) {
        this.directory = directory;
    }

    @Override
    public Health check() {
        try {
            var file = Files.createTempFile(directory, "probe", ".tmp");
            try {
                Files.write(file, new byte[512]);
            } finally {
                Files.delete(file);
            }
            if (Files.getFileStore(directory).getUsableSpace() >= LEAST_BYTES) return new Health.Up();
            return new Health.Down("The data's disk is full: make room on it.");
        } catch (IOException refused) {
            return new Health.Down("No file can be written to " + directory + ": check its owner and its disk.");
        }
    }
}
