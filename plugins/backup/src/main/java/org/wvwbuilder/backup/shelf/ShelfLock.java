package org.wvwbuilder.backup.shelf;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lets one process at a time work on the shelf, and within it one task. It ends with the process, however that ends. */
public final class ShelfLock implements AutoCloseable {
    /** To open and close the file a second time would end the lock of the whole process. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private ShelfLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** @return empty while somebody else works there */
    public static Optional<ShelfLock> take(Shelf shelf) throws IOException {
        shelf.prepare();
        // By whatever way one comes to it, a folder is one: Java refuses a second lock of a file with an exception.
        var folder = shelf.folder().toRealPath();
        if (!HELD.add(folder)) return Optional.empty();
        FileChannel channel = null;
        boolean held = false;
        try {
            channel = FileChannel.open(
                    folder.resolve("backup.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            held = channel.tryLock() != null;
            return held ? Optional.of(new ShelfLock(folder, channel)) : Optional.empty();
        } finally {
            if (!held) {
                if (channel != null) channel.close();
                HELD.remove(folder);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD.remove(folder);
        }
    }
}
