package org.wvwbuilder.logs.entry;

import java.util.Locale;
import java.util.Optional;

/** How bad an entry is, whatever the program that wrote it calls that. */
public enum Severity {
    ERROR,
    WARNING,
    INFO,
    DEBUG;

    /** Reads a level as loggers, nginx and people write it. */
    public static Optional<Severity> named(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "error", "critical", "fatal", "severe", "emerg", "alert", "crit" -> Optional.of(ERROR);
            case "warn", "warning" -> Optional.of(WARNING);
            case "info", "notice" -> Optional.of(INFO);
            case "debug", "trace", "fine" -> Optional.of(DEBUG);
            default -> Optional.empty();
        };
    }

    /** How bad an answer is: the server's fault, the caller's, or nobody's. */
    public static Severity ofStatus(int status) {
        if (status >= 500) return ERROR;
        return status >= 400 ? WARNING : INFO;
    }

    /** Reads a priority of syslog, 0 (emergency) to 7 (debug). */
    public static Severity ofPriority(int priority) {
        if (priority <= 3) return ERROR;
        if (priority == 4) return WARNING;
        return priority <= 6 ? INFO : DEBUG;
    }
}
