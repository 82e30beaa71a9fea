package org.wvwbuilder.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The newest errors in the end of a log file of the server. Only so much of it is read; 'gw2 logs -e' finds the others. */
public final class LastErrors {
    private static final int TAIL = 256 << 10;
    private static final Pattern TEXT = Pattern.compile("(\\S+) (ERROR) +(\\S+) (.*)");

    private LastErrors() {}

    /** One entry. */
    public record Line(Instant at, String logger, String message) {}

    /** At most so many, the newest first; empty when there is no file, or when this user may not read it. */
    public static Optional<List<Line>> in(Path file, int most) {
        if (!Files.isReadable(file)) return Optional.empty();
        var found = new ArrayList<Line>();
        var lines = tail(file).split("\n");
        for (int i = lines.length - 1; i >= 0 && found.size() < most; i--) {
            // Most lines are none: a look is cheaper than to read each as what it is.
            if (lines[i].contains("ERROR")) parse(lines[i]).ifPresent(found::add);
        }
        return Optional.of(found);
    }

    private static String tail(Path file) {
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            long start = Math.max(0, log.length() - TAIL);
            log.seek(start);
            var bytes = new byte[(int) (log.length() - start)];
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException none) {
            return "";
        }
    }

    private static Optional<Line> parse(String line) {
        try {
            if (line.startsWith("{")) return json(line);
            var parts = TEXT.matcher(line);
            if (!parts.matches()) return Optional.empty();
            return Optional.of(
                    new Line(OffsetDateTime.parse(parts.group(1)).toInstant(), parts.group(3), parts.group(4)));
        } catch (DateTimeException | IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    private static Optional<Line> json(String line) {
        if (!(JsonReader.read(line) instanceof Map<?, ?> entry) || !"ERROR".equals(entry.get("level"))) {
            return Optional.empty();
        }
        return Optional.of(new Line(
                Instant.parse(String.valueOf(entry.get("timestamp"))),
                String.valueOf(entry.get("logger")),
                String.valueOf(entry.get("message"))));
    }
}
