package org.wvwbuilder.builds.chatlink;

import java.util.Arrays;
import java.util.HexFormat;

/** Bytes that are kept as they are: immutable, equal by content, written as hexadecimal. */
public final class Bytes {
    public static final Bytes NONE = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** A copy of {@code source[from]} to {@code source[to - 1]}. */
    public static Bytes copyOf(byte[] source, int from, int to) {
        return from == to ? NONE : new Bytes(Arrays.copyOfRange(source, from, to));
    }

    /** So many zeros. */
    public static Bytes zeros(int length) {
        return new Bytes(new byte[length]);
    }

    /**
     * Reads what {@link #hex} wrote.
     *
     * @throws IllegalArgumentException when it is no hexadecimal text of full bytes
     */
    public static Bytes ofHex(String hex) {
        return new Bytes(HexFormat.of().parseHex(hex));
    }

    public int length() {
        return content.length;
    }

    public boolean blank() {
        for (byte one : content) {
            if (one != 0) return false;
        }
        return true;
    }

    /** Lower-case hexadecimal digits, two for each byte. */
    public String hex() {
        return HexFormat.of().formatHex(content);
    }

    byte[] content() {
        return content;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return hex();
    }
}
