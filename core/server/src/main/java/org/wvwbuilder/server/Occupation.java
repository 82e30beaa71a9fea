package org.wvwbuilder.server;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/** Says that a server works with a data folder, and where it answers. The lock ends with the process, however it ends. */
final class Occupation implements AutoCloseable {
    private static final String FILE = "server.lock";
    private final FileChannel channel;
    private final FileLock lock;

    private Occupation(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** @return empty when another server has the folder */
    static Optional<Occupation> take(Path directory) throws IOException {
        Files.createDirectories(directory);
        var channel = FileChannel.open(
                directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            var lock = channel.tryLock();
            if (lock != null) {
                channel.truncate(0);
                return Optional.of(new Occupation(channel, lock));
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            return Optional.empty();
        }
        channel.close();
        return Optional.empty();
    }

    /**
     * What the server that has a data folder told.
     *
     * @param since when it began to answer
     */
    record Told(URI address, Instant since) {}

    /** Where the server that has a data folder answers; empty when none has it, or it has not told yet. */
    static Optional<Told> told(Path directory) {
        try (var channel = FileChannel.open(directory.resolve(FILE), StandardOpenOption.READ);
                var lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            if (lock != null) return Optional.empty();
        } catch (OverlappingFileLockException ours) {
            return read(directory);
        } catch (IOException nobody) {
            return Optional.empty();
        }
        return read(directory);
    }

    /** Where a server with this configuration answers, or would; empty when it would pick a port and none has told yet. */
    static Optional<URI> address(Configuration configuration) {
        var http = configuration.http();
        var told = told(configuration.data().directory());
        if (told.isPresent() || http.port() == 0) return told.map(Told::address);
        var host = http.host().contains(":") ? "[" + http.host() + "]" : http.host();
        return Optional.of(URI.create("http://" + host + ":" + http.port()));
    }

    private static Optional<Told> read(Path directory) {
        try {
            var file = directory.resolve(FILE);
            var text = Files.readString(file).strip();
            if (text.isEmpty()) return Optional.empty();
            // Written once, when the server is ready.
            return Optional.of(
                    new Told(URI.create(text), Files.getLastModifiedTime(file).toInstant()));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    void tell(URI address) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((address + "\n").getBytes(StandardCharsets.UTF_8)), 0);
    }

    @Override
    public void close() throws IOException {
        channel.truncate(0);
        lock.release();
        channel.close();
    }
}
