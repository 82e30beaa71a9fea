package org.wvwbuilder.backup.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/** Writes backups as our writer never would: right in every sum and frame, wrong in what they hold. */
final class Hostile implements AutoCloseable {
    private static final String EMPTY = HexFormat.of().formatHex(Sha256.start().digest());
    private final SyncedFile file;
    private final GzipOutput out;

    Hostile(Path target) throws IOException {
        file = new SyncedFile(target);
        out = new GzipOutput(file);
    }

    /** A manifest with these entries of {@code files}, each an object of JSON. */
    Hostile manifest(String... files) throws IOException {
        return json("""
                {
                  "format" : 1,
                  "product" : "1.0.0",
                  "engine" : "sqlite",
                  "created" : "2026-11-28T02:00:00.123Z",
                  "schemas" : { },
                  "rows" : { },
                  "facts" : { },
                  "files" : [ %s ]
                }""".formatted(String.join(", ", files)));
    }

    Hostile json(String text) throws IOException {
        var json = text.getBytes(StandardCharsets.UTF_8);
        out.begin(GzipFraming.first());
        header(TarHeader.of(Manifest.NAME, json.length, Sample.CREATED.getEpochSecond()));
        content(json);
        out.end();
        out.begin(GzipFraming.second());
        return this;
    }

    static String named(String name, long bytes, String sum) {
        var escaped = name.replace("\\", "\\\\").replace("\u0000", "\\u0000");
        return """
                {
                    "name" : "%s",
                    "bytes" : %d,
                    "sha256" : "%s"
                  }""".formatted(escaped, bytes, sum);
    }

    static String empty(String name) {
        return named(name, 0, EMPTY);
    }

    static String holding(String name, byte[] content) {
        return named(
                name, content.length, HexFormat.of().formatHex(Sha256.start().digest(content)));
    }

    Hostile header(byte[] header) throws IOException {
        out.write(header, header.length);
        return this;
    }

    Hostile header(String name, long bytes) throws IOException {
        return header(TarHeader.of(name, bytes, Sample.CREATED.getEpochSecond()));
    }

    /** A header with some bytes changed, and its checksum right again. */
    Hostile header(String name, int at, String instead) throws IOException {
        var header = TarHeader.of(name, 0, Sample.CREATED.getEpochSecond());
        var bytes = instead.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
        int sum = 8 * ' ';
        for (int i = 0; i < header.length; i++) if (i < 148 || i >= 156) sum += header[i] & 0xFF;
        var field = String.format("%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(field, 0, header, 148, field.length);
        return header(header);
    }

    Hostile content(byte[] content) throws IOException {
        out.write(content, content.length);
        return zeros(TarHeader.padding(content.length));
    }

    Hostile zeros(long count) throws IOException {
        var zeros = new byte[1 << 16];
        for (long left = count; left > 0; left -= zeros.length) out.write(zeros, (int) Math.min(left, zeros.length));
        return this;
    }

    /** Ends the tar as it has to be. */
    Hostile end() throws IOException {
        return zeros(2L * TarHeader.BLOCK);
    }

    @Override
    public void close() throws IOException {
        out.end();
        out.seal();
        out.close();
        file.close();
    }
}
