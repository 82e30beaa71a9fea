package org.wvwbuilder.backup.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A fresh file that nobody else may read. It goes to the disk a mebibyte at a time: one large flush would hold up the
 * database's own.
 */
public final class SyncedFile extends OutputStream {
    private static final FileAttribute<Set<PosixFilePermission>> MODE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final int STEP = 1 << 20;

    private final FileChannel channel;
    private int unsynced;

    /** @throws java.nio.file.FileAlreadyExistsException when anything has that name, a link included */
    public SyncedFile(Path file) throws IOException {
        channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), MODE);
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        var left = ByteBuffer.wrap(bytes, from, count);
        while (left.hasRemaining()) channel.write(left);
        unsynced += count;
        if (unsynced < STEP) return;
        channel.force(false);
        unsynced = 0;
    }

    /** Returns when all of it is on the disk. */
    @Override
    public void flush() throws IOException {
        channel.force(true);
    }

    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Makes a name in a folder as lasting as the file that has it. */
    public static void syncFolder(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
