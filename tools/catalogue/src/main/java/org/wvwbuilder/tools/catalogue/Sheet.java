package org.wvwbuilder.tools.catalogue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** What was written so far: values in their order, and every text once. The format stands in the tool's README. */
final class Sheet {
    private static final BigDecimal SCALE = BigDecimal.valueOf(10_000);

    private final ByteArrayOutputStream values = new ByteArrayOutputStream();
    private final Map<String, Integer> texts = new LinkedHashMap<>(Map.of("", 0));

    Sheet section(String name, int rows) {
        return text(name).number(rows);
    }

    Sheet number(int value) {
        return unsigned(value << 1 ^ value >> 31);
    }

    Sheet optional(OptionalInt value) {
        return value.isEmpty() ? unsigned(0) : unsigned((value.getAsInt() << 1 ^ value.getAsInt() >> 31) + 1);
    }

    Sheet flag(boolean value) {
        return unsigned(value ? 1 : 0);
    }

    Sheet decimal(BigDecimal value) {
        return number(value.multiply(SCALE).intValueExact());
    }

    /** A text; an empty one also stands for none. */
    Sheet text(String text) {
        return unsigned(texts.computeIfAbsent(text, any -> texts.size()));
    }

    <T> Sheet list(List<T> items, Consumer<T> each) {
        unsigned(items.size());
        items.forEach(each);
        return this;
    }

    /** The whole sheet, sealed and compressed; the same rows give the same bytes. */
    byte[] finish() {
        var head = new ByteArrayOutputStream();
        head.writeBytes("wvw-catalogue 1\n".getBytes(StandardCharsets.US_ASCII));
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

    private Sheet unsigned(int value) {
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
