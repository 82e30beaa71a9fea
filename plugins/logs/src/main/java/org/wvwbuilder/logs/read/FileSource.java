package org.wvwbuilder.logs.read;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.logs.entry.Entry;
import org.wvwbuilder.logs.entry.LineFormat;

/** A file and those that were rotated away from it. */
public record FileSource(String id, Family family, LineFormat format) implements LogSource {
    /** The most characters of one answer: what it takes in memory has an end, however long the entries are. */
    private static final int LARGEST_ANSWER = 4 << 20;

    @Override
    public boolean present() {
        try {
            return !family.files().isEmpty();
        } catch (IOException unreadable) {
            return true;
        }
    }

    @Override
    public Tail follow() throws IOException {
        return new FileTail(family, format);
    }

    @Override
    public Slice before(Request request) throws IOException {
        var walk = new Walk(request);
        for (var file : walk.from(family.files())) {
            if (walk.through(file)) break;
        }
        return new Slice(walk.entries, walk.next);
    }

    /** One way up through the files. */
    private final class Walk {
        private final Request request;
        private final List<Entry> entries = new ArrayList<>();
        private Optional<Cursor> next = Optional.empty();
        private long looked;
        private int size;
        private long micros;
        /** Entries as young as this, and younger, were shown before. */
        private Optional<Instant> shown = Optional.empty();

        Walk(Request request) {
            this.request = request;
            this.micros = request.from().map(Cursor::micros).orElse(0L);
        }

        /** The files from the cursor's upwards; all, and only what is older, when its file is no more. */
        List<LogFile> from(List<LogFile> files) throws IOException {
            if (request.from().isEmpty()) return files;
            for (var i = 0; i < files.size(); i++) {
                if (files.get(i).key().equals(request.from().get().key())) return files.subList(i, files.size());
            }
            shown = Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
            return files;
        }

        /** @return whether that is enough */
        boolean through(LogFile file) throws IOException {
            var since = request.filter().since();
            if (since.isPresent() && file.changed() < since.get().toEpochMilli()) return true;
            try (var open = file.open()) {
                var end = open.size();
                var key = file.key();
                var from = request.from().filter(cursor -> cursor.key().equals(key));
                if (from.isPresent()) end = Math.min(end, from.get().offset());
                return through(file, new Entries(new Backwards(open, end), format, end), end);
            } catch (java.nio.file.NoSuchFileException rotated) {
                return false;
            }
        }

        private boolean through(LogFile file, Entries above, long end) throws IOException {
            var place = end;
            while (true) {
                if (enough()) {
                    next = Optional.of(new Cursor(file.key(), place, micros));
                    return true;
                }
                var found = above.above();
                if (found.isEmpty()) return false;
                looked += place - found.get().start();
                place = found.get().start();
                var entry = found.get().entry();
                if (request.filter().passed(entry)) return true;
                take(entry);
            }
        }

        private boolean enough() {
            return entries.size() >= request.limit()
                    || size >= LARGEST_ANSWER
                    || request.patience().isOver(looked);
        }

        private void take(Entry entry) {
            if (shown.isPresent()
                    && entry.timestamp().filter(shown.get()::isAfter).isEmpty()) return;
            entry.timestamp().ifPresent(at -> micros = Math.max(0, ChronoUnit.MICROS.between(Instant.EPOCH, at)));
            if (!request.filter().takes(entry)) return;
            entries.add(entry);
            size += entry.size();
        }
    }
}
