package org.wvwbuilder.logs.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;

/**
 * One file of a log as it was when it was looked at. A symbolic link is none.
 *
 * @param inode tells it from others while it is open or lies there; a file system gives it again afterwards
 * @param changed when it was last written, in epoch milliseconds
 */
record LogFile(Path path, String inode, long size, long changed) {
    /** What a packed file may hold at most; the rest of a larger one is not read. */
    private static final long LARGEST_UNPACKED = 512L << 20;

    private static final int HEAD = 256;

    static Optional<LogFile> at(Path path) throws IOException {
        try {
            var found = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!found.isRegularFile()) return Optional.empty();
            var inode = String.valueOf(found.fileKey()).replaceAll("[^0-9a-zA-Z=,]", "");
            return Optional.of(new LogFile(
                    path, inode, found.size(), found.lastModifiedTime().toMillis()));
        } catch (java.nio.file.NoSuchFileException | java.nio.file.NotDirectoryException gone) {
            return Optional.empty();
        }
    }

    /** Tells it from others whatever its name becomes, also from a later one with its inode: by its first line. */
    String key() throws IOException {
        var head = ByteBuffer.allocate(HEAD);
        try (var file = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            file.read(head, 0);
        }
        var sum = new CRC32();
        for (var i = 0; i < head.position() && head.get(i) != '\n'; i++) sum.update(head.get(i));
        return inode + "=" + Long.toHexString(sum.getValue());
    }

    boolean packed() {
        return path.getFileName().toString().endsWith(".gz");
    }

    /** Its text. A packed one is unpacked into a file without a name that is gone once this is closed. */
    FileChannel open() throws IOException {
        var file = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        if (!packed()) return file;
        try (file) {
            return unpack(file);
        }
    }

    private static FileChannel unpack(FileChannel packed) throws IOException {
        var scratch = Files.createTempFile("wvw-log", ".tmp");
        var out = FileChannel.open(
                scratch, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        try (var in = new GZIPInputStream(Channels.newInputStream(packed), 32 << 10)) {
            var block = new byte[32 << 10];
            for (var read = in.read(block); read > 0 && out.position() < LARGEST_UNPACKED; read = in.read(block)) {
                out.write(ByteBuffer.wrap(block, 0, read));
            }
            return out;
        } catch (java.io.EOFException | java.util.zip.ZipException broken) {
            return out; // what could be unpacked is better than nothing
        } catch (IOException | RuntimeException failed) {
            out.close();
            throw failed;
        }
    }
}
