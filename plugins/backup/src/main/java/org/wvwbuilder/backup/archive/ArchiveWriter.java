package org.wvwbuilder.backup.archive;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SequencedMap;

/**
 * Writes a backup in a way that there is either the whole of it under its name or nothing: to another name first, synced,
 * then renamed. Memory does not grow with the backup.
 */
public final class ArchiveWriter {
    /** What a backup that is not finished ends with. */
    private static final String PART = ".part";

    private ArchiveWriter() {}

    /**
     * Packs files that nobody changes meanwhile: each is read twice, first for its sum.
     *
     * @param target which must not exist yet
     * @param files by the names they get; see {@link Member}
     * @throws ArchiveFault when a name cannot be used, or a file changed while it was read
     */
    public static Archive write(Path target, Description content, SequencedMap<String, Path> files, Progress progress)
            throws IOException {
        if (Files.exists(target)) throw new FileAlreadyExistsException(target.toString());
        var folder = target.toAbsolutePath().getParent();
        long bytes = 0;
        for (var file : files.values()) bytes += Files.size(file);
        var passing = new Passing(progress, 2 * bytes);
        var members = new ArrayList<Member>();
        for (var file : files.entrySet()) members.add(summed(file.getKey(), file.getValue(), passing));
        var manifest = new Manifest(Manifest.FORMAT, content, members);
        var part = folder.resolve(target.getFileName() + PART);
        Files.deleteIfExists(part);
        try {
            var archive = write(part, target, manifest, List.copyOf(files.values()), passing);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            SyncedFile.syncFolder(folder);
            return archive;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Archive write(Path part, Path target, Manifest manifest, List<Path> sources, Passing passing)
            throws IOException {
        try (var file = new SyncedFile(part);
                var out = new GzipOutput(file)) {
            var tar = new TarWriter(out, manifest);
            out.begin(GzipFraming.first());
            tar.manifest();
            out.end();
            out.begin(GzipFraming.second());
            tar.files(sources, passing);
            out.end();
            var sum = out.seal();
            file.flush();
            ArchiveReader.refuseRatio(manifest, file.size());
            return new Archive(target, file.size(), HexFormat.of().formatHex(sum), manifest);
        }
    }

    private static Member summed(String name, Path file, Passing passing) throws IOException {
        var sum = Sha256.start();
        long bytes = 0;
        var buffer = new byte[1 << 16];
        try (var in = Files.newInputStream(file)) {
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                sum.update(buffer, 0, got);
                bytes += got;
                passing.add(got);
            }
        }
        return new Member(name, bytes, HexFormat.of().formatHex(sum.digest()));
    }
}
