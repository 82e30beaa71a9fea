package org.wvwbuilder.backup.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The bytes around what is compressed (RFC 1952). A backup is three members of one gzip file: the manifest, the files, and
 * an empty one whose extra field carries the sum of everything before it. Tools that know none of this see one stream.
 */
final class GzipFraming {
    /** The first ten bytes of a backup: no other gzip file of ours has an extra field. */
    private static final byte[] PLAIN = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};

    private static final byte[] EXTRA = {0x1f, (byte) 0x8b, 8, 4, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final byte[] MAGIC = "wvw-builder backup".getBytes(StandardCharsets.US_ASCII);
    /** An empty deflate stream, its CRC-32 and its length. */
    private static final byte[] NOTHING = {3, 0, 0, 0, 0, 0, 0, 0, 0, 0};

    private static final int FIELD = 4;
    static final int SUM = 32;
    static final int TRAILER = EXTRA.length + 2 + FIELD + SUM + NOTHING.length;

    private GzipFraming() {}

    /** How the manifest's member, and so the file, begins. The last byte is the format. */
    static byte[] first() {
        var field = ByteBuffer.allocate(MAGIC.length + 1).put(MAGIC).put((byte) Manifest.FORMAT);
        return extra('B', field.array());
    }

    /** How the member with the files begins. */
    static byte[] second() {
        return PLAIN.clone();
    }

    /** The last member. @param sum SHA-256 of all bytes before it */
    static byte[] last(byte[] sum) {
        var header = extra('S', sum);
        return ByteBuffer.allocate(header.length + NOTHING.length)
                .put(header)
                .put(NOTHING)
                .array();
    }

    /** What follows the compressed bytes of a member. */
    static byte[] footer(long crc, long bytes) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) crc)
                .putInt((int) bytes)
                .array();
    }

    private static byte[] extra(char kind, byte[] field) {
        return ByteBuffer.allocate(EXTRA.length + 2 + FIELD + field.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(EXTRA)
                .putShort((short) (FIELD + field.length))
                .put((byte) 'W')
                .put((byte) kind)
                .putShort((short) field.length)
                .put(field)
                .array();
    }
}
