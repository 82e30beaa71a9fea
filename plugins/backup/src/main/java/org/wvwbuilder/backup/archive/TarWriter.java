package org.wvwbuilder.backup.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/** Writes what {@link TarReader} expects. */
final class TarWriter {
    private final GzipOutput out;
    private final Manifest manifest;
    private final long seconds;
    private final byte[] buffer = new byte[1 << 16];

    TarWriter(GzipOutput out, Manifest manifest) {
        this.out = out;
        this.manifest = manifest;
        this.seconds = manifest.content().created().getEpochSecond();
    }

    void manifest() throws IOException {
        var json = ManifestJson.bytes(manifest);
        out.write(TarHeader.of(Manifest.NAME, json.length, seconds), TarHeader.BLOCK);
        out.write(json, json.length);
        zeros(TarHeader.padding(json.length));
    }

    void files(List<Path> sources, Passing passing) throws IOException {
        for (int i = 0; i < sources.size(); i++) {
            var file = manifest.files().get(i);
            out.write(TarHeader.of(file.name(), file.bytes(), seconds), TarHeader.BLOCK);
            content(file, sources.get(i), passing);
            zeros(TarHeader.padding(file.bytes()));
        }
        zeros(2 * TarHeader.BLOCK);
    }

    private void content(Member file, Path source, Passing passing) throws IOException {
        var sum = Sha256.start();
        long left = file.bytes();
        try (var in = Files.newInputStream(source)) {
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                left -= got;
                if (left < 0) break;
                sum.update(buffer, 0, got);
                out.write(buffer, got);
                passing.add(got);
            }
        }
        if (left != 0 || !HexFormat.of().formatHex(sum.digest()).equals(file.sha256())) {
            throw new ArchiveFault(source + " changed while it was packed: pack a copy that nobody writes to");
        }
    }

    private void zeros(int count) throws IOException {
        out.write(new byte[count], count);
    }
}
