package org.wvwbuilder.builds.share;

import java.io.ByteArrayOutputStream;

/** Writes the parts of a share code. */
final class ByteWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A number of 0 or more: seven bits a byte, the lowest first, the top bit says that more follow. */
    void number(int number) {
        int rest = number;
        while (rest > 0x7f) {
            out.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    /** Bytes with their length before them, each run of zeros as a zero and its length. */
    void packed(byte[] bytes) {
        number(bytes.length);
        for (int i = 0; i < bytes.length; ) {
            out.write(bytes[i]);
            if (bytes[i++] != 0) continue;
            int run = 1;
            while (i < bytes.length && bytes[i] == 0) {
                run++;
                i++;
            }
            number(run);
        }
    }

    /** Four bytes, the highest first. */
    void fixed(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) out.write(value >>> shift);
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
