package org.wvwbuilder.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.wvwbuilder.plugin.HealthCheck;

/** Warns before the disk of the data directory is full. */
record DiskCheck(Path directory, int wantedMebibytes) implements HealthCheck {

    @Override
    public Health check() throws IOException {
        long free = Files.getFileStore(directory).getUsableSpace() >> 20;
        if (free >= wantedMebibytes) return new Health.Up();
        String why = "only " + free + " MiB are free on the disk of " + directory + "; make room for at least "
                + wantedMebibytes + " MiB";
        return free >= wantedMebibytes / 8 ? new Health.Degraded(why) : new Health.Down(why);
    }
}
