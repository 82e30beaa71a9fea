package org.wvwbuilder.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Asks the server that works with a data folder how it is, at the socket in that folder. */
final class Enquiry {
    /** One check that hangs is part of the answer after three seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int LONGEST = 1_000_000;
    private static final int PIECE = 8_192;

    private Enquiry() {}

    /** All that it says; empty when nobody is there or it does not answer in time. */
    static Optional<String> at(Path socket) {
        return at(socket, PATIENCE);
    }

    static Optional<String> at(Path socket, Duration patience) {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                var selector = Selector.open()) {
            channel.configureBlocking(false);
            if (!channel.connect(UnixDomainSocketAddress.of(socket))) return Optional.empty();
            channel.register(selector, SelectionKey.OP_READ);
            return read(channel, selector, patience);
        } catch (IOException | UnsupportedOperationException nobodyThere) {
            return Optional.empty();
        }
    }

    private static Optional<String> read(SocketChannel channel, Selector selector, Duration patience)
            throws IOException {
        var told = new ByteArrayOutputStream();
        var piece = ByteBuffer.allocate(PIECE);
        var end = System.nanoTime() + patience.toNanos();
        while (told.size() < LONGEST) {
            var left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0 || selector.select(left) == 0) return Optional.empty();
            selector.selectedKeys().clear();
            if (channel.read(piece.clear()) < 0) return Optional.of(told.toString(StandardCharsets.UTF_8));
            told.write(piece.array(), 0, piece.position());
        }
        return Optional.empty();
    }
}
