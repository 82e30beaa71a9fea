package org.wvwbuilder.logs.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines of a file from a place upwards, with one block in memory. A longer line comes in pieces of that size. */
final class Backwards {
    static final int LONGEST_LINE = 64 << 10;

    /** @param start where it begins in the file */
    record Line(long start, String text, boolean piece) {}

    private final FileChannel file;
    private final ByteBuffer block = ByteBuffer.allocate(LONGEST_LINE + 1);
    private long blockStart;
    private long end;

    /** @param end the byte after the last one to read */
    Backwards(FileChannel file, long end) {
        this.file = file;
        this.end = end;
        block.limit(0);
        blockStart = end;
    }

    Optional<Line> above() throws IOException {
        if (end <= 0) return Optional.empty();
        hold(end - 1);
        var last = at(end - 1) == '\n' ? end - 1 : end;
        var start = start(last);
        var whole = start == 0 || at(start - 1) == '\n';
        var length = (int) (last - start);
        var text = new String(block.array(), (int) (start - blockStart), length, StandardCharsets.UTF_8);
        end = start;
        return Optional.of(new Line(start, text.endsWith("\r") ? text.substring(0, text.length() - 1) : text, !whole));
    }

    /** The byte after the line break above a place, or as far as a line may reach. */
    private long start(long last) throws IOException {
        var lowest = Math.max(0, last - LONGEST_LINE);
        // The byte above the lowest, too: it tells a line from a piece.
        if (Math.max(0, lowest - 1) < blockStart) {
            var found = search(last, blockStart);
            if (found > blockStart) return found;
            load(Math.max(0, last - block.capacity()), last);
        }
        return search(last, lowest);
    }

    private long search(long from, long lowest) {
        for (var i = from; i > lowest; i--) {
            if (at(i - 1) == '\n') return i;
        }
        return lowest;
    }

    private byte at(long place) {
        return block.array()[(int) (place - blockStart)];
    }

    private void hold(long place) throws IOException {
        if (place >= blockStart && place < blockStart + block.limit()) return;
        load(Math.max(0, place + 1 - block.capacity()), place + 1);
    }

    private void load(long from, long to) throws IOException {
        block.clear().limit((int) (to - from));
        blockStart = from;
        while (block.hasRemaining()) {
            if (file.read(block, from + block.position()) < 0) {
                // Somebody emptied the file meanwhile: what is not there is nothing.
                java.util.Arrays.fill(block.array(), block.position(), block.limit(), (byte) '\n');
                return;
            }
        }
    }
}
