package org.wvwbuilder.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wvwbuilder.plugin.HealthCheck;

/** Looks whether the disk that the data lie on has room, and takes a file. */
final class DiskProbe implements HealthCheck {
    private static final long MIB = 1 << 20;
    private final Path directory;
    private final HealthSettings settings;

    DiskProbe(Path directory, HealthSettings settings) {
        this.directory = directory;
        this.settings = settings;
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
            return judge(Files.getFileStore(directory).getUsableSpace() / MIB);
        } catch (IOException refused) {
            return new Health.Down("No file can be written to " + directory + ": check its owner and its disk.");
        }
    }

    Health judge(long freeMib) {
        var free = "The data's disk has " + freeMib + " MiB left: make room on it.";
        if (freeMib < settings.diskDownMib()) return new Health.Down(free);
        if (freeMib < settings.diskWarnMib()) return new Health.Degraded(free);
        return new Health.Up();
    }
}
