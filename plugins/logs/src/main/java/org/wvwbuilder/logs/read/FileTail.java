package org.wvwbuilder.logs.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.logs.entry.Entry;
import org.wvwbuilder.logs.entry.LineFormat;

/** Follows a file, and when it is rotated the one that takes its place, after the last line of the old one. */
final class FileTail implements LogSource.Tail {
    private static final int LONGEST_LINE = Backwards.LONGEST_LINE;

    private final Family family;
    private final LineFormat format;
    private final ByteBuffer block = ByteBuffer.allocate(LONGEST_LINE);
    private Optional<FileChannel> open = Optional.empty();
    private String inode = "";
    private long place;
    private Optional<Entry> pending = Optional.empty();
    private final StringBuilder trace = new StringBuilder();
    private boolean cut;

    FileTail(Family family, LineFormat format) throws IOException {
        this.family = family;
        this.format = format;
        reopen();
        if (open.isPresent()) place = open.get().size();
    }

    @Override
    public List<Entry> poll() throws IOException {
        var entries = new ArrayList<Entry>();
        var moved = read(entries);
        if (!moved && rotated()) {
            // What was written between the last look at the old file and its rotation.
            while (read(entries)) {}
            finish(entries);
            reopen();
            moved = read(entries);
        }
        if (!moved) finish(entries);
        return entries;
    }

    private boolean rotated() throws IOException {
        var current = family.current();
        return current.isPresent() && !current.get().inode().equals(inode);
    }

    private void reopen() throws IOException {
        close();
        var file = family.current();
        open = Optional.empty();
        place = 0;
        inode = "";
        if (file.isEmpty()) return;
        open = Optional.of(file.get().open());
        inode = file.get().inode();
    }

    /** Reads at most one block. @return whether there was anything new */
    private boolean read(List<Entry> entries) throws IOException {
        if (open.isEmpty()) return false;
        var file = open.get();
        if (file.size() < place) place = 0; // emptied in place
        var read = file.read(block.clear(), place);
        if (read <= 0) return false;
        var bytes = block.array();
        var from = 0;
        for (var i = 0; i < read; i++) {
            if (bytes[i] != '\n') continue;
            line(new String(bytes, from, i - from, StandardCharsets.UTF_8), entries);
            from = i + 1;
        }
        if (from == 0 && read == LONGEST_LINE) {
            line(new String(bytes, 0, read, StandardCharsets.UTF_8), entries);
            from = read;
        }
        place += from;
        return from > 0;
    }

    private void line(String line, List<Entry> entries) {
        var text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        var entry = format.start(text);
        if (entry.isEmpty() && pending.isPresent()) {
            if (trace.length() < Entry.LONGEST_TRACE) trace.append(text).append('\n');
            else cut = true;
            return;
        }
        finish(entries);
        pending = entry.or(() -> text.isBlank() ? Optional.empty() : Optional.of(Entry.plain(text)));
    }

    private void finish(List<Entry> entries) {
        pending.ifPresent(entry -> entries.add(
                trace.isEmpty() ? entry : entry.with(trace.toString().stripTrailing(), cut)));
        pending = Optional.empty();
        trace.setLength(0);
        cut = false;
    }

    @Override
    public void close() throws IOException {
        if (open.isPresent()) open.get().close();
    }
}
