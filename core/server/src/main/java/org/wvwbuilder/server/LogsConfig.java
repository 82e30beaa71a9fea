package org.wvwbuilder.server;

import java.nio.file.Path;
import org.wvwbuilder.plugin.Setting;

/** The table {@code logs}. */
public record LogsConfig(
        @Setting(value = "Folder of the log files", fallback = "logs")
        Path directory,

        @Setting(value = "Least important entries to keep: error, warning, info or debug", fallback = "info")
        Threshold level,

        @Setting(value = "text for people, json for machines", fallback = "text")
        Format format,

        @Setting(value = "Days that rotated files are kept", fallback = "14")
        int days,

        @Setting(value = "Most megabytes that all log files may take together", fallback = "500")
        int megabytes) {

    /** What is kept. */
    public enum Threshold {
        ERROR,
        WARNING,
        INFO,
        DEBUG
    }

    /** How an entry looks. */
    public enum Format {
        TEXT,
        JSON
    }

    public LogsConfig {
        if (days < 1) throw new IllegalArgumentException("days must be 1 or more");
        if (megabytes < 10) throw new IllegalArgumentException("megabytes must be 10 or more");
    }
}
