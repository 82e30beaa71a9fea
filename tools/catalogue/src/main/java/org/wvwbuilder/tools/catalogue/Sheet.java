package org.wvwbuilder.tools.catalogue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** The rows written so far, as text. */
final class Sheet {
    private final StringBuilder text = new StringBuilder();

    void section(String name, int rows) {
        row("[" + name + "]", rows);
    }

    /** One line; null stands for an empty field. */
    void row(Object... fields) {
        text.append(Arrays.stream(fields).map(Sheet::field).collect(Collectors.joining("\t")))
                .append('\n');
    }

    /** A list as one field. */
    static String list(Stream<?> items) {
        return items.map(item -> plain(item.toString())).collect(Collectors.joining(";"));
    }

    /** The parts of one item of a list. */
    static String parts(Object... parts) {
        return Arrays.stream(parts)
                .map(part -> plain(Objects.toString(part, "")))
                .collect(Collectors.joining("|"));
    }

    /** The whole sheet, sealed with its checksum and compressed; the same rows give the same bytes. */
    byte[] finish() {
        row("[end]", checksum(text.toString().getBytes(StandardCharsets.UTF_8)));
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes) {
            {
                def.setLevel(9);
            }
        }) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String field(Object value) {
        var field = Objects.toString(value, "");
        if (field.contains("\t") || field.contains("\n")) {
            throw new IllegalArgumentException("Take tabs and line breaks out of this value: " + field);
        }
        return field;
    }

    private static String plain(String item) {
        if (item.contains(";")) throw new IllegalArgumentException("Take the semicolon out of this value: " + item);
        return item;
    }

    private static String checksum(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
