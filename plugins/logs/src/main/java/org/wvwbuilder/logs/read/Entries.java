package org.wvwbuilder.logs.read;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.wvwbuilder.logs.entry.Entry;
import org.wvwbuilder.logs.entry.LineFormat;

/** The entries of a file from a place upwards: a line that starts one, with those below that continue it. */
final class Entries {
    /** So many bytes that start no entry are taken as one of their own, for none may be endless. */
    private static final long LONGEST_ENTRY = 1 << 20;

    /** @param start where it begins in the file */
    record Found(Entry entry, long start) {}

    private final Backwards lines;
    private final LineFormat format;
    private long place;

    Entries(Backwards lines, LineFormat format, long end) {
        this.lines = lines;
        this.format = format;
        this.place = end;
    }

    /** The next one above, or empty at the top. */
    Optional<Found> above() throws IOException {
        var below = new Continued();
        var bottom = place;
        while (true) {
            var line = lines.above();
            if (line.isEmpty()) return below.orphan().map(entry -> new Found(entry, 0));
            place = line.get().start();
            var entry = line.get().piece()
                    ? Optional.<Entry>empty()
                    : format.start(line.get().text());
            if (entry.isPresent()) return Optional.of(new Found(below.under(entry.get()), place));
            below.add(line.get().text());
            if (bottom - place >= LONGEST_ENTRY) {
                var orphan = below.orphan();
                if (orphan.isPresent()) return Optional.of(new Found(orphan.get(), place));
                bottom = place;
            }
        }
    }

    /** Lines that wait for the one above them; the uppermost say most, so the lowest are let go of first. */
    static final class Continued {
        private final Deque<String> lines = new ArrayDeque<>();
        private int size;
        private boolean cut;

        void add(String line) {
            lines.addFirst(line);
            size += line.length() + 1;
            while (size > Entry.LONGEST_TRACE && lines.size() > 1) {
                size -= lines.removeLast().length() + 1;
                cut = true;
            }
        }

        Entry under(Entry entry) {
            if (lines.stream().allMatch(String::isBlank)) return entry;
            return entry.with(String.join("\n", lines).stripTrailing(), cut);
        }

        Optional<Entry> orphan() {
            if (lines.stream().allMatch(String::isBlank)) return Optional.empty();
            var first = Entry.plain(lines.removeFirst());
            return Optional.of(under(first));
        }
    }
}
