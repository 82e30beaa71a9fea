package org.wvwbuilder.backup.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.zip.Inflater;

/** The bytes of a backup before its last member, summed as they pass. */
final class SummedInput {
    private final InputStream in;
    private final MessageDigest sum = Sha256.start();
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int limit;
    private long left;

    /** @param bytes how many belong to it */
    SummedInput(InputStream in, long bytes) {
        this.in = in;
        this.left = bytes;
    }

    byte[] read(int count) throws IOException {
        var bytes = new byte[count];
        int at = 0;
        while (at < count) {
            if (position == limit) fill();
            int part = Math.min(count - at, limit - position);
            System.arraycopy(buffer, position, bytes, at, part);
            position += part;
            at += part;
        }
        return bytes;
    }

    /** Lends the inflater all that is in the buffer; what it leaves has to be given back. */
    void feed(Inflater inflater) throws IOException {
        if (position == limit) fill();
        inflater.setInput(buffer, position, limit - position);
        position = limit;
    }

    void giveBack(int count) {
        position -= count;
    }

    /** @return the sum of all bytes @throws ArchiveFault when some were never asked for */
    byte[] end() {
        if (position < limit || left > 0) {
            throw new ArchiveFault("the backup is longer than it says: do not trust it, take another");
        }
        return sum.digest();
    }

    private void fill() throws IOException {
        int got = left == 0 ? -1 : in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (got < 0) throw new EOFException();
        sum.update(buffer, 0, got);
        left -= got;
        position = 0;
        limit = got;
    }
}
