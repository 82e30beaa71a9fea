package org.wvwbuilder.builds.catalogue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** What was written so far: values in their order, and every text once. The format stands in the README of {@code tools/catalogue}. */
public final class SheetWriter {
    private static final double SCALE = 10_000;

    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private final Map<String, Integer> texts = new LinkedHashMap<>(Map.of("", 0));

    public SheetWriter section(String name, int rows) {
        return text(name).number(rows);
    }

    public SheetWriter number(int value) {
        return unsigned(value << 1 ^ value >> 31);
    }

    public SheetWriter optional(Optional<Integer> value) {
        return unsigned(value.map(some -> (some << 1 ^ some >> 31) + 1).orElse(0));
    }

    public SheetWriter flag(boolean value) {
        return unsigned(value ? 1 : 0);
    }

    /** A number with at most four decimals. */
    public SheetWriter decimal(double value) {
        return number(Math.toIntExact(Math.round(value * SCALE)));
    }

    /** A text; an empty one also stands for none. */
    public SheetWriter text(String text) {
        return unsigned(texts.computeIfAbsent(text, any -> texts.size()));
    }

    public <T> SheetWriter list(List<T> items, Consumer<T> each) {
        unsigned(items.size());
        items.forEach(each);
        return this;
    }

    /** The whole sheet, sealed and compressed; the same rows give the same bytes. */
    public byte[] finish() {
        var head = new ByteArrayOutputStream();
        head.writeBytes(Sheet.FORMAT);
        unsigned(head, texts.size() - 1);
        texts.keySet().stream().skip(1).forEach(text -> {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            unsigned(head, bytes.length);
            head.writeBytes(bytes);
        });
        head.writeBytes(values.toByteArray());
        head.writeBytes(checksum(head.toByteArray()));
        var whole = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(whole)) {
            head.writeTo(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return whole.toByteArray();
    }

    private SheetWriter unsigned(int value) {
        unsigned(values, value);
        return this;
    }

    private static void unsigned(ByteArrayOutputStream out, int value) {
        int rest = value;
        while (rest >>> 7 != 0) {
            out.write(rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    private static byte[] checksum(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
