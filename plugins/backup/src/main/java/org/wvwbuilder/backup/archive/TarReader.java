package org.wvwbuilder.backup.archive;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;

/** Reads a tar of which the manifest says what has to stand in it, in which order. */
final class TarReader {
    private final GzipMember in;
    private final Manifest manifest;
    private final byte[] buffer = new byte[1 << 16];

    TarReader(GzipMember in, Manifest manifest) {
        this.in = in;
        this.manifest = manifest;
    }

    /** The first entry, which says how long it is itself. */
    static Manifest manifest(GzipMember in) throws IOException {
        var header = new byte[TarHeader.BLOCK];
        in.read(header, header.length);
        long size = TarHeader.sizeIn(header);
        long seconds = TarHeader.secondsIn(header);
        if (size < 0
                || size > ManifestJson.LONGEST
                || seconds < 0
                || !Arrays.equals(header, TarHeader.of(Manifest.NAME, size, seconds))) {
            throw new ArchiveFault("the backup does not begin with its manifest: do not trust it, take another");
        }
        var json = new byte[(int) size];
        in.read(json, json.length);
        var manifest = ManifestJson.read(json);
        if (manifest.content().created().getEpochSecond() != seconds) {
            throw new ArchiveFault("the backup names two times of its making: do not trust it, take another");
        }
        zeros(in, TarHeader.padding(size), Manifest.NAME);
        return manifest;
    }

    void files(Unpacking unpacking, Passing passing) throws IOException {
        for (var file : manifest.files()) {
            var header = new byte[TarHeader.BLOCK];
            in.read(header, header.length);
            var seconds = manifest.content().created().getEpochSecond();
            if (!Arrays.equals(header, TarHeader.of(file.name(), file.bytes(), seconds))) {
                throw new ArchiveFault("in the place of " + file.name()
                        + " the backup has something that its manifest does not name: do not trust it, take another");
            }
            content(file, unpacking, passing);
            zeros(in, TarHeader.padding(file.bytes()), file.name());
        }
        zeros(in, 2 * TarHeader.BLOCK, "the last file");
    }

    private void content(Member file, Unpacking unpacking, Passing passing) throws IOException {
        var sum = Sha256.start();
        try (var out = unpacking.file(file)) {
            for (long left = file.bytes(); left > 0; ) {
                int part = (int) Math.min(left, buffer.length);
                in.read(buffer, part);
                sum.update(buffer, 0, part);
                out.write(buffer, 0, part);
                left -= part;
                passing.add(part);
            }
            if (!HexFormat.of().formatHex(sum.digest()).equals(file.sha256())) {
                throw new ArchiveFault(
                        file.name() + " in the backup is damaged: its sum is not the one in the manifest;"
                                + " take another backup");
            }
            out.flush();
        }
    }

    private static void zeros(GzipMember in, int count, String after) throws IOException {
        var zeros = new byte[count];
        in.read(zeros, count);
        for (byte each : zeros) {
            if (each != 0) {
                throw new ArchiveFault("after " + after + " the backup has something that its manifest does not name:"
                        + " do not trust it, take another");
            }
        }
    }
}
