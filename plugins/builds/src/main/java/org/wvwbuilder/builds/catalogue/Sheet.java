package org.wvwbuilder.builds.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/**
 * The catalogue's bytes, read value by value; its format stands in the README of {@code tools/catalogue}. Made to be
 * quick while the JIT compiler has not seen it yet, since it is read once, at every start.
 */
final class Sheet {
    static final byte[] FORMAT = "wvw-catalogue 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int CHECKSUM = 32;
    private static final double SCALE = 10_000;

    private final byte[] bytes;
    private final String[] texts;
    private int at = FORMAT.length;

    private Sheet(byte[] bytes) {
        this.bytes = bytes;
        if (Arrays.mismatch(bytes, FORMAT) != FORMAT.length) throw new CatalogueFault("not in format 1", null);
        texts = new String[count() + 1];
        texts[0] = "";
        for (int i = 1; i < texts.length; i++) {
            int length = count();
            texts[i] = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
        }
    }

    /** Reads a compressed sheet. The sum inside the gzip stream already tells of damage on the disk. */
    static Sheet open(InputStream compressed) {
        try (var in = new GZIPInputStream(compressed, 1 << 16)) {
            return new Sheet(in.readAllBytes());
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new CatalogueFault(String.valueOf(e.getMessage()), e);
        }
    }

    /** The SHA-256 that the sheet states. */
    String digest() {
        return HexFormat.of().formatHex(bytes, bytes.length - CHECKSUM, bytes.length);
    }

    /** Computes the SHA-256: slower than reading everything, so it is left to the check. */
    boolean intact() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, bytes.length - CHECKSUM);
            return HexFormat.of().formatHex(digest.digest()).equals(digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    int count() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            int next = bytes[at++];
            value |= (next & 0x7f) << shift;
            if (next >= 0) return value;
        }
    }

    int number() {
        int raw = count();
        return raw >>> 1 ^ -(raw & 1);
    }

    Optional<Integer> optionalNumber() {
        int raw = count();
        return raw == 0 ? Optional.empty() : Optional.of(raw - 1 >>> 1 ^ -(raw - 1 & 1));
    }

    double decimal() {
        return number() / SCALE;
    }

    boolean flag() {
        return bytes[at++] == 1;
    }

    String text() {
        return texts[count()];
    }

    Optional<String> optionalText() {
        int index = count();
        return index == 0 ? Optional.empty() : Optional.of(texts[index]);
    }

    List<Integer> numbers() {
        return list(Sheet::number);
    }

    List<String> texts() {
        return list(Sheet::text);
    }

    <T> List<T> list(Function<Sheet, T> reading) {
        return rows(count(), reading);
    }

    <T> List<T> rows(int count, Function<Sheet, T> reading) {
        if (count == 0) return List.of();
        var rows = new ArrayList<T>(count);
        for (int i = 0; i < count; i++) rows.add(reading.apply(this));
        return List.copyOf(rows);
    }
}
