package org.wvwbuilder.logs.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.logs.entry.Entry;
import org.wvwbuilder.logs.entry.Filter;
import org.wvwbuilder.logs.entry.JournalFormat;
import org.wvwbuilder.logs.entry.LineFormat;
import org.wvwbuilder.logs.entry.NginxFormat;
import org.wvwbuilder.logs.entry.ServerFormat;

/**
 * Whatever stands in a log file can be read, in every format, the same in one page and in pages of one entry, and nothing of
 * it forges a line.
 */
public final class LogFileFuzzTarget {
    private static final List<LineFormat> FORMATS =
            List.of(new ServerFormat(), new JournalFormat(), NginxFormat.ACCESS, NginxFormat.ERROR);
    private static final Path FOLDER = folder();

    private LogFileFuzzTarget() {}

    public static void fuzzerTestOneInput(byte[] input) {
        takes(input);
    }

    /** @return whether one of the formats found a time in it */
    static boolean takes(byte[] input) {
        boolean timed = false;
        try {
            var file = Files.write(FOLDER.resolve("gw2.log"), input);
            for (var format : FORMATS) {
                var source = new FileSource("application", new Family(file), format);
                var together = pages(source, 10_000);
                together.forEach(LogFileFuzzTarget::shows);
                require(pages(source, 1).equals(together), "pages of one entry differ");
                timed |= together.stream().anyMatch(entry -> entry.timestamp().isPresent());
            }
            return timed;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<Entry> pages(LogSource source, int limit) throws IOException {
        var all = new ArrayList<Entry>();
        var next = Optional.<Cursor>empty();
        do {
            var slice = source.before(new LogSource.Request(Filter.ALL, limit, next, LogSource.Patience.ENDLESS));
            all.addAll(slice.entries());
            next = slice.next().map(cursor -> Cursor.read(cursor.text()).orElseThrow());
        } while (next.isPresent());
        return all;
    }

    private static void shows(Entry entry) {
        require(entry.message().length() <= Entry.LONGEST_MESSAGE + 10, "a long message");
        require(entry.trace().length() <= Entry.LONGEST_TRACE + 10, "a long trace");
        for (var text : List.of(
                entry.message(),
                entry.logger(),
                entry.requestId().orElse(""),
                entry.userId().orElse(""))) {
            require(text.chars().noneMatch(c -> c < ' ' && c != '\t'), "a line break");
        }
        require(entry.trace().chars().noneMatch(c -> c < ' ' && c != '\t' && c != '\n'), "a control character");
    }

    private static Path folder() {
        try {
            var folder = Files.createTempDirectory("logs");
            folder.toFile().deleteOnExit();
            folder.resolve("gw2.log").toFile().deleteOnExit();
            return folder;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) throw new AssertionError(otherwise);
    }
}
