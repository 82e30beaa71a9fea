package org.wvwbuilder.backup.making;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** {@code backup.log}, one line for each thing that was done, in the format of the server's log. */
public final class BackupLog {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX").withZone(ZoneId.systemDefault());
    private final Path file;
    private final Duration kept;
    private final InstantSource clock;

    public BackupLog(Path folder, Duration kept, InstantSource clock) {
        this.file = folder.resolve("backup.log");
        this.kept = kept;
        this.clock = clock;
    }

    public void info(String message) throws IOException {
        write("INFO ", message);
    }

    public void error(String message) throws IOException {
        write("ERROR", message);
    }

    private synchronized void write(String level, String message) throws IOException {
        var line =
                TIME.format(clock.instant()) + " " + level + " backup " + message.replaceAll("\\p{Cntrl}", " ") + "\n";
        Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Leaves out the lines that are too old. */
    public synchronized void trim() throws IOException {
        if (Files.notExists(file)) return;
        var from = clock.instant().minus(kept);
        var lines = Files.readAllLines(file);
        var young = lines.stream().dropWhile(line -> before(line, from)).toList();
        if (young.size() == lines.size()) return;
        var part = file.resolveSibling("backup.log.part");
        Files.write(part, young);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What follows a line without a moment of its own belongs to it. */
    private static boolean before(String line, Instant from) {
        try {
            var moment = line.substring(0, Math.max(0, line.indexOf(' ')));
            return OffsetDateTime.parse(moment).toInstant().isBefore(from);
        } catch (DateTimeException other) {
            return true;
        }
    }
}
