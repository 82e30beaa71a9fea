package org.wvwbuilder.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Changes to files that are on the disk when they return, whole or not at all. */
final class Durable {
    private Durable() {}

    /** Gives a finished file its name, over whatever has it. */
    static void move(Path finished, Path name) throws IOException {
        force(finished);
        Files.move(finished, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(name);
    }

    static void delete(Path file) throws IOException {
        if (Files.deleteIfExists(file)) forceFolder(file);
    }

    static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Makes names in the file's folder last. */
    static void forceFolder(Path file) throws IOException {
        try (var channel = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
