package org.wvwbuilder.backup.archive;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads one member of a gzip file, no byte more, and holds it to its header, its CRC-32 and its length. */
final class GzipMember implements AutoCloseable {
    private final SummedInput in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();

    GzipMember(SummedInput in, byte[] header) throws IOException {
        this.in = in;
        if (!Arrays.equals(in.read(header.length), header)) {
            close();
            throw new ArchiveFault("this is no backup of this product, or not one that this version reads:"
                    + " choose another file, or use the version that made it");
        }
    }

    /** Fills all of it, or finds the backup cut. */
    void read(byte[] target, int count) throws IOException {
        int at = 0;
        while (at < count) {
            int got = inflate(target, at, count - at);
            if (got == 0) throw new EOFException();
            at += got;
        }
        crc.update(target, 0, count);
    }

    /** Nothing may follow what was read. */
    void end() throws IOException {
        if (inflate(new byte[1], 0, 1) != 0) throw damaged(null);
        in.giveBack(inflater.getRemaining());
        var footer = GzipFraming.footer(crc.getValue(), inflater.getBytesWritten());
        if (!Arrays.equals(in.read(footer.length), footer)) throw damaged(null);
    }

    private int inflate(byte[] target, int at, int count) throws IOException {
        try {
            while (true) {
                int got = inflater.inflate(target, at, count);
                if (got > 0 || inflater.finished()) return got;
                if (inflater.needsDictionary()) throw damaged(null);
                in.feed(inflater);
            }
        } catch (DataFormatException other) {
            throw damaged(other);
        }
    }

    private static ArchiveFault damaged(Exception cause) {
        return new ArchiveFault(
                "the backup is damaged: its compressed bytes are not those that were written;" + " take another backup",
                cause);
    }

    @Override
    public void close() {
        inflater.end();
    }
}
