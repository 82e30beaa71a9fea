package org.wvwbuilder.backup.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Reads a backup and believes nothing that does not fit. Memory does not grow with the backup. Every method throws an
 * {@link ArchiveFault} for a file that is not, byte for byte, what the writer made, and an IOException when the disk fails.
 */
public final class ArchiveReader {
    /** No database compresses so well; a file that was made to fill the disk does. */
    static final long MOST_RATIO = 500;

    /** Below this the ratio is nobody's harm: an empty database is mostly zeros. */
    static final long HARMLESS = 16L << 20;

    private final Path file;

    public ArchiveReader(Path file) {
        this.file = file;
    }

    /** Reads what the backup says of itself, a few kilobytes. The rest is not looked at: see {@link #verify}. */
    public Manifest manifest() throws IOException {
        try (var in = open()) {
            return manifest(new SummedInput(in, body()));
        } catch (EOFException cut) {
            throw cut(cut);
        }
    }

    /** Reads all of it, writes nothing, and returns only when every byte is as it was written. */
    public Manifest verify(Progress progress) throws IOException {
        return read(new Unpacking.Nowhere(), progress);
    }

    /**
     * Verifies all of it while unpacking it into a folder that is made for it, for nobody else to read. When it fails,
     * nothing is left of the folder.
     *
     * @param folder that does not exist yet, in one that does
     */
    public Manifest unpack(Path folder, Progress progress) throws IOException {
        var into = Unpacking.Into.fresh(folder);
        boolean done = false;
        try {
            var manifest = read(into, progress);
            done = true;
            return manifest;
        } finally {
            if (!done) into.remove();
        }
    }

    /** Reads all of it once more for its size and its sum, as they are told beside it. */
    public Archive measured(Manifest manifest, Progress progress) throws IOException {
        var sum = Sha256.start();
        var buffer = new byte[1 << 16];
        long total = Files.size(file);
        long bytes = 0;
        try (var in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sum.update(buffer, 0, read);
                bytes += read;
                progress.at(bytes, total);
            }
        }
        return new Archive(file, bytes, HexFormat.of().formatHex(sum.digest()), manifest);
    }

    private Manifest read(Unpacking unpacking, Progress progress) throws IOException {
        try (var in = open()) {
            var summed = new SummedInput(in, body());
            var manifest = manifest(summed);
            unpacking.start(manifest);
            try (var member = new GzipMember(summed, GzipFraming.second())) {
                new TarReader(member, manifest).files(unpacking, new Passing(progress, manifest.bytes()));
                member.end();
            }
            var trailer = GzipFraming.last(summed.end());
            if (!Arrays.equals(in.readNBytes(GzipFraming.TRAILER), trailer) || in.read() >= 0) {
                throw new ArchiveFault("the sum over the backup is not the one at its end: take another backup");
            }
            return manifest;
        } catch (EOFException cut) {
            throw cut(cut);
        }
    }

    private Manifest manifest(SummedInput in) throws IOException {
        try (var member = new GzipMember(in, GzipFraming.first())) {
            var manifest = TarReader.manifest(member);
            member.end();
            refuseRatio(manifest, Files.size(file));
            return manifest;
        }
    }

    static void refuseRatio(Manifest manifest, long packed) {
        if (manifest.bytes() > HARMLESS && manifest.bytes() / MOST_RATIO > packed) {
            throw new ArchiveFault("the backup would unpack to more than " + MOST_RATIO
                    + " times its size: do not trust it, take another");
        }
    }

    private InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    /** The bytes before the last member. */
    private long body() throws IOException {
        var bytes = Files.size(file) - GzipFraming.TRAILER;
        if (bytes <= 0) throw cut(null);
        return bytes;
    }

    private static ArchiveFault cut(Exception cause) {
        return new ArchiveFault("the backup ends too early: its copy was cut; copy it again or take another", cause);
    }
}
