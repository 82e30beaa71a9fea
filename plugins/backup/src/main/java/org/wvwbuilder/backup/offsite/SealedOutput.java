package org.wvwbuilder.backup.offsite;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import javax.crypto.SecretKey;

/** Seals what is written, a chunk at a time. Without {@link #finish} there is no last chunk, and so no copy. */
final class SealedOutput extends OutputStream {
    private final OutputStream out;
    private final SecretKey key;
    private final byte[] chunk = new byte[Seal.CHUNK];
    private int filled;
    private long index;

    SealedOutput(OutputStream out, SealingKey key) throws IOException {
        var salt = new byte[Seal.SALT];
        new SecureRandom().nextBytes(salt);
        var header = Seal.header(key.id(), salt);
        this.out = out;
        this.key = key.of(header);
        out.write(header);
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        int at = from;
        while (at < from + count) {
            // A full chunk waits until more comes: only then it is known not to be the last.
            if (filled == chunk.length) chunk(false);
            int part = Math.min(from + count - at, chunk.length - filled);
            System.arraycopy(bytes, at, chunk, filled, part);
            filled += part;
            at += part;
        }
    }

    void finish() throws IOException {
        chunk(true);
    }

    private void chunk(boolean last) throws IOException {
        out.write(Seal.seal(key, index++, last, chunk, filled));
        filled = 0;
    }
}
