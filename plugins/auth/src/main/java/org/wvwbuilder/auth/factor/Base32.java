package org.wvwbuilder.auth.factor;

/** Bytes as authenticator apps and people read them: the letters A to Z and the digits 2 to 7 (RFC 4648). */
final class Base32 {
    static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    /** Without padding; meant for lengths that need none. */
    static String encode(byte[] bytes) {
        var text = new StringBuilder();
        int buffer = 0;
        int held = 0;
        for (byte next : bytes) {
            buffer = buffer << Byte.SIZE | next & 0xff;
            held += Byte.SIZE;
            while (held >= BITS) {
                held -= BITS;
                text.append(DIGITS.charAt(buffer >> held & 0x1f));
            }
            buffer &= (1 << held) - 1;
        }
        if (held > 0) text.append(DIGITS.charAt(buffer << BITS - held & 0x1f));
        return text.toString();
    }
}
