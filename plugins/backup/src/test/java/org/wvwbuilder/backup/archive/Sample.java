package org.wvwbuilder.backup.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** A small backup with everything in it that a backup may have. */
final class Sample {
    static final Instant CREATED = Instant.parse("2026-11-28T02:00:00.123Z");

    private Sample() {}

    static Description description() {
        return new Description(
                "1.0.0",
                "sqlite",
                CREATED,
                Map.of("auth", "12", "builds", "7"),
                Map.of("auth_account", 3L, "builds_build", 4_000_000_000L),
                Map.of("sentinel", "é\u0000\"\\\u2028"));
    }

    static LinkedHashMap<String, Path> files(Path folder) throws IOException {
        Files.createDirectories(folder);
        var random = new Random(7);
        var noise = new byte[100_000];
        random.nextBytes(noise);
        var files = new LinkedHashMap<String, Path>();
        files.put("gw2_wvwbuilder.db", Files.write(folder.resolve("one"), noise));
        files.put("plugins/console/Icon_1.png", Files.write(folder.resolve("two"), new byte[0]));
        files.put("plugins/console/text.txt", Files.writeString(folder.resolve("three"), "a line\n".repeat(1000)));
        files.put("block", Files.write(folder.resolve("four"), new byte[512]));
        return files;
    }

    static Archive archive(Path folder) throws IOException {
        return ArchiveWriter.write(
                folder.resolve("backup.tar.gz"), description(), files(folder.resolve("from")), Progress.NONE);
    }

    /** One member of a gzip file, with right sums around whatever is in it. */
    static void member(ByteArrayOutputStream out, byte[] header, byte[] content) throws IOException {
        var crc = new CRC32();
        crc.update(content);
        out.write(header);
        try (var deflater = new DeflaterOutputStream(out, new Deflater(1, true))) {
            deflater.write(content);
            deflater.finish();
            out.write(GzipFraming.footer(crc.getValue(), content.length));
        }
    }

    /** Everything below a folder, by relative names. */
    static List<String> tree(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.equals(folder))
                    .map(path -> folder.relativize(path).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
