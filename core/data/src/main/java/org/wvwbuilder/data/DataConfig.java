package org.wvwbuilder.data;

import java.nio.file.Path;
import org.wvwbuilder.plugin.Setting;

/** Table {@code data} of the configuration: where the server keeps what must not be lost. */
public record DataConfig(
        @Setting(value = "Folder of the database and of everything that plugins keep", fallback = "data")
        Path directory,

        @Setting(value = "MiB of free disk below which the server reports itself degraded", fallback = "256")
        int freeSpace) {

    public DataConfig {
        if (freeSpace < 1) throw new IllegalArgumentException("free-space must be at least 1 (MiB), not " + freeSpace);
    }
}
