package org.wvwbuilder.builds.share;

/** Reads the parts of a share code. Believes no length that it has not seen the bytes of. */
final class ByteReader {
    private static final int MOST_PACKED = 2_048;

    private final byte[] bytes;
    private int at;

    ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    private int next() throws ShareCodeFault {
        if (at == bytes.length) throw odd();
        return bytes[at++] & 0xff;
    }

    int number() throws ShareCodeFault {
        long number = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int part = next();
            number |= (part & 0x7fL) << shift;
            if (part < 0x80) {
                // One number has one form: no zeros on top, and nothing that is no int.
                if (number > Integer.MAX_VALUE || shift > 0 && part == 0) throw odd();
                return (int) number;
            }
        }
        throw odd();
    }

    byte[] packed() throws ShareCodeFault {
        int length = number();
        if (length > MOST_PACKED) throw odd();
        var unpacked = new byte[length];
        for (int i = 0; i < length; i++) {
            unpacked[i] = (byte) next();
            if (unpacked[i] != 0) continue;
            int run = number();
            if (run < 1 || run > length - i) throw odd();
            i += run - 1;
            if (i + 1 < length && at < bytes.length && bytes[at] == 0) throw odd();
        }
        return unpacked;
    }

    int fixed() throws ShareCodeFault {
        int value = 0;
        for (int i = 0; i < 4; i++) value = value << 8 | next();
        return value;
    }

    void end() throws ShareCodeFault {
        if (at != bytes.length) throw odd();
    }

    /** Its checksum is right, so nobody mistyped it: some other program wrote it. */
    static ShareCodeFault odd() {
        return new ShareCodeFault("This share code holds what this version does not know: make it again on a server"
                + " of this version.");
    }
}
