package org.wvwbuilder.backup.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The 512 bytes before each file of a tar (POSIX ustar). A reader does not interpret them: it makes those that it expects
 * and compares. So there are no links, devices, owners or surprising sizes to decide about.
 */
final class TarHeader {
    static final int BLOCK = 512;
    private static final int SIZE = 124;
    private static final int TIME = 136;
    private static final int FIELD = 12;
    private static final int CHECKSUM = 148;
    /** What eleven octal digits can tell; above it the size stands in binary, as GNU tar and bsdtar do it. */
    private static final long MOST_OCTAL = 0x1_FFFF_FFFFL;

    private TarHeader() {}

    /** @param seconds since 1970, when the file is said to have been changed */
    static byte[] of(String name, long bytes, long seconds) {
        var header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, "0000600\0");
        put(header, 108, "0000000\0");
        put(header, 116, "0000000\0");
        number(header, SIZE, bytes);
        number(header, TIME, seconds);
        put(header, CHECKSUM, "        ");
        put(header, 156, "0");
        put(header, 257, "ustar\0" + "00");
        put(header, 265, "root");
        put(header, 297, "root");
        put(header, 329, "0000000\0");
        put(header, 337, "0000000\0");
        int sum = 0;
        for (byte each : header) sum += each & 0xFF;
        put(header, CHECKSUM, String.format("%06o\0 ", sum));
        return header;
    }

    /** Of a header that is yet to be compared with the expected one: any number, or -1. */
    static long sizeIn(byte[] header) {
        return numberIn(header, SIZE);
    }

    static long secondsIn(byte[] header) {
        return numberIn(header, TIME);
    }

    /** How many zeros follow a file, so that the next header starts with a block. */
    static int padding(long bytes) {
        return (int) (-bytes & (BLOCK - 1));
    }

    private static void put(byte[] header, int at, String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    private static void number(byte[] header, int at, long value) {
        if (value <= MOST_OCTAL) {
            put(header, at, String.format("%011o\0", value));
            return;
        }
        header[at] = (byte) 0x80;
        ByteBuffer.wrap(header, at + FIELD - Long.BYTES, Long.BYTES).putLong(value);
    }

    private static long numberIn(byte[] header, int at) {
        if (header[at] == (byte) 0x80) {
            return ByteBuffer.wrap(header, at + FIELD - Long.BYTES, Long.BYTES).getLong();
        }
        var digits = new String(Arrays.copyOfRange(header, at, at + FIELD - 1), StandardCharsets.US_ASCII);
        return digits.matches("[0-7]{11}") ? Long.parseLong(digits, 8) : -1;
    }
}
