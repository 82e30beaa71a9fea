package org.wvwbuilder.server;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tells whoever connects to a socket in the data folder how the server is at this moment, one after the other, and hears nothing
 * of them. The folder's permissions say who may ask, as they say who may read what the server wrote down.
 */
final class EnquiryDesk implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(EnquiryDesk.class.getName());
    private static final int REST_SECONDS = 1;

    private final Path socket;
    private final ServerSocketChannel door;
    private final Supplier<String> answer;
    private final Thread thread;

    private EnquiryDesk(Path socket, ServerSocketChannel door, Supplier<String> answer) {
        this.socket = socket;
        this.door = door;
        this.answer = answer;
        this.thread = Thread.ofVirtual().name("enquiries").start(this::repeat);
    }

    /** @return empty where the folder's disk has no sockets, or its path is too long for one: nobody can ask then */
    static Optional<EnquiryDesk> open(Path socket, Supplier<String> answer) {
        try {
            // Whoever has the data folder's lock has this, too: one that is there is left from a crash.
            Files.deleteIfExists(socket);
            var door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                door.bind(UnixDomainSocketAddress.of(socket));
                Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw----"));
                return Optional.of(new EnquiryDesk(socket, door, answer));
            } catch (IOException impossible) {
                door.close();
                throw impossible;
            }
        } catch (IOException impossible) {
            LOG.log(Level.DEBUG, "no command can ask at " + socket + " how the server is", impossible);
            return Optional.empty();
        }
    }

    private void repeat() {
        try {
            while (true) {
                try (var caller = door.accept()) {
                    tell(caller);
                } catch (ClosedChannelException end) {
                    if (!door.isOpen()) return;
                } catch (IOException | RuntimeException failed) {
                    LOG.log(Level.DEBUG, "an enquiry at " + socket + " was not answered", failed);
                    // Out of open files, the next one fails as fast.
                    TimeUnit.SECONDS.sleep(REST_SECONDS);
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(SocketChannel caller) throws IOException {
        var text = ByteBuffer.wrap(answer.get().getBytes(StandardCharsets.UTF_8));
        while (text.hasRemaining()) caller.write(text);
    }

    @Override
    public void close() throws IOException {
        thread.interrupt();
        door.close();
        Files.deleteIfExists(socket);
    }
}
