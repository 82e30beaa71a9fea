package org.wvwbuilder.server;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.cli.Backstage.Lock;
import org.wvwbuilder.data.DataHost;

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
        DataHost.makeFolder(directory);
        var channel = FileChannel.open(
                directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            var lock = channel.tryLock();
            if (lock != null) {
                var occupation = new Occupation(channel, lock);
                occupation.write("", ProcessHandle.current().pid());
                return Optional.of(occupation);
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
     * @param address empty before it answers
     * @param since when it began to answer
     */
    record Told(Optional<URI> address, Optional<Long> pid, Instant since) {}

    /**
     * What there is to see of a server from outside.
     *
     * @param told empty unless a server has the folder
     */
    record Seen(Lock lock, Optional<Told> told) {}

    /** Looks without taking anything. */
    static Seen look(Path directory) {
        var file = directory.resolve(FILE);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ);
                var lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            if (lock != null) return new Seen(Files.size(file) > 0 ? Lock.LEFT : Lock.FREE, Optional.empty());
        } catch (OverlappingFileLockException ours) {
            return new Seen(Lock.HELD, read(file));
        } catch (AccessDeniedException hidden) {
            return new Seen(Lock.HIDDEN, Optional.empty());
        } catch (IOException nobody) {
            return new Seen(Lock.FREE, Optional.empty());
        }
        return new Seen(Lock.HELD, read(file));
    }

    /** Where a server with this configuration answers, or would; empty when it would pick a port and none has told yet. */
    static Optional<URI> address(Configuration configuration) {
        var http = configuration.http();
        var told = look(configuration.data().directory()).told().flatMap(Told::address);
        if (told.isPresent() || http.port() == 0) return told;
        var host = http.host().contains(":") ? "[" + http.host() + "]" : http.host();
        return Optional.of(URI.create("http://" + host + ":" + http.port()));
    }

    /** The address in the first line, the number of the process in the second. */
    private static Optional<Told> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() < 2) return Optional.empty();
            var address = lines.get(0).isEmpty() ? Optional.<URI>empty() : Optional.of(URI.create(lines.get(0)));
            // Written when the server is ready, and not again.
            return Optional.of(new Told(
                    address,
                    Optional.of(Long.valueOf(lines.get(1))),
                    Files.getLastModifiedTime(file).toInstant()));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    void tell(URI address) throws IOException {
        write(address.toString(), ProcessHandle.current().pid());
    }

    private void write(String address, long pid) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((address + "\n" + pid + "\n").getBytes(StandardCharsets.UTF_8)), 0);
    }

    @Override
    public void close() throws IOException {
        channel.truncate(0);
        lock.release();
        channel.close();
    }
}
