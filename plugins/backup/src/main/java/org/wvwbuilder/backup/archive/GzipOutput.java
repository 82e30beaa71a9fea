package org.wvwbuilder.backup.archive;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes the members of a backup's gzip, one after the other, and the sum of all at the end. */
final class GzipOutput implements AutoCloseable {
    /** Nearly as small as the usual level 6, for six tenths of its CPU: decision 60. */
    private static final int LEVEL = 3;

    private final SyncedFile file;
    private final MessageDigest sum = Sha256.start();
    private final Deflater deflater = new Deflater(LEVEL, true);
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[1 << 16];

    GzipOutput(SyncedFile file) {
        this.file = file;
    }

    void begin(byte[] header) throws IOException {
        raw(header, header.length);
        deflater.reset();
        crc.reset();
    }

    void write(byte[] bytes, int count) throws IOException {
        crc.update(bytes, 0, count);
        deflater.setInput(bytes, 0, count);
        while (!deflater.needsInput()) raw(buffer, deflater.deflate(buffer));
    }

    void end() throws IOException {
        deflater.finish();
        while (!deflater.finished()) raw(buffer, deflater.deflate(buffer));
        var footer = GzipFraming.footer(crc.getValue(), deflater.getBytesRead());
        raw(footer, footer.length);
    }

    /** @return the SHA-256 of the whole file */
    byte[] seal() throws IOException {
        MessageDigest before;
        try {
            before = (MessageDigest) sum.clone();
        } catch (CloneNotSupportedException defect) {
            throw new IllegalStateException("SHA-256 of this Java runtime cannot be copied: use the product's", defect);
        }
        var trailer = GzipFraming.last(before.digest());
        raw(trailer, trailer.length);
        return sum.digest();
    }

    private void raw(byte[] bytes, int count) throws IOException {
        sum.update(bytes, 0, count);
        file.write(bytes, 0, count);
    }

    @Override
    public void close() {
        deflater.end();
    }
}
