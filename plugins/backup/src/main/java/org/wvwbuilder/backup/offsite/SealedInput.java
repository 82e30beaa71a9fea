package org.wvwbuilder.backup.offsite;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.GeneralSecurityException;
import javax.crypto.SecretKey;

/** Opens a sealed copy, a chunk at a time: nothing is handed out that was not found authentic. */
final class SealedInput extends InputStream {
    private final PushbackInputStream in;
    private final SecretKey key;
    private byte[] chunk = {};
    private int position;
    private long index;
    private boolean last;

    /** @throws OffsiteFault of kind DAMAGED or WRONG_KEY, here and from every read */
    SealedInput(InputStream in, KeyRing keys) throws IOException {
        this.in = new PushbackInputStream(in);
        var header = in.readNBytes(Seal.HEADER);
        if (!Seal.begins(header)) {
            throw damaged("it does not begin like one of this version", null);
        }
        this.key = keys.opening(Seal.keyId(header)).of(header);
    }

    @Override
    public int read() throws IOException {
        return available() > 0 || next() ? chunk[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int at, int count) throws IOException {
        if (count == 0) return 0;
        if (available() == 0 && !next()) return -1;
        int part = Math.min(count, available());
        System.arraycopy(chunk, position, target, at, part);
        position += part;
        return part;
    }

    @Override
    public int available() {
        return chunk.length - position;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean next() throws IOException {
        if (last) return false;
        var sealed = in.readNBytes(Seal.CHUNK + Seal.TAG);
        int following = in.read();
        if (following >= 0) in.unread(following);
        last = following < 0;
        // A last chunk without content says that there is none at all; else it would be one too many.
        if (sealed.length < Seal.TAG || sealed.length == Seal.TAG && index > 0) throw damaged("it was cut", null);
        try {
            chunk = Seal.open(key, index, last, sealed, sealed.length);
        } catch (GeneralSecurityException changed) {
            throw damaged("part " + (index + 1) + " was changed, moved or cut", changed);
        }
        position = 0;
        index++;
        return chunk.length > 0;
    }

    private static OffsiteFault damaged(String why, Throwable cause) {
        return new OffsiteFault(
                OffsiteFault.Kind.DAMAGED, "the copy is not what was stored: " + why + "; take another copy", cause);
    }
}
