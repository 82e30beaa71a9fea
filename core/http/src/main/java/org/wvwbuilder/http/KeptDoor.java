package org.wvwbuilder.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.Set;

/**
 * The listening socket that systemd opened before this process and keeps after it, so that whoever connects in between
 * waits instead of being refused. To close this channel is to take nobody in any more: the socket itself stays open,
 * since Java would point its standard streams at nothing once it is closed, and since a server that begins anew in the same
 * process needs it again.
 */
final class KeptDoor extends ServerSocketChannel {
    private final ServerSocketChannel kept;
    private final Selector knock;

    KeptDoor(ServerSocketChannel kept) throws IOException {
        super(kept.provider());
        this.kept = kept;
        this.knock = kept.provider().openSelector();
        kept.configureBlocking(false);
        kept.register(knock, SelectionKey.OP_ACCEPT);
    }

    /**
     * The one socket that systemd passed, which the start script puts where Java looks for it.
     *
     * @param address what the configuration says; a socket elsewhere is left alone, and that is told
     */
    static Optional<ServerSocketChannel> at(InetSocketAddress address) throws IOException {
        var pid = String.valueOf(ProcessHandle.current().pid());
        if (!pid.equals(System.getenv("LISTEN_PID"))
                || !(System.inheritedChannel() instanceof ServerSocketChannel kept)) return Optional.empty();
        if (kept.getLocalAddress().equals(address)) return Optional.of(new KeptDoor(kept));
        System.getLogger(KeptDoor.class.getName())
                .log(
                        System.Logger.Level.WARNING,
                        "systemd keeps {0} open and the configuration says {1}, so requests do not wait while the server"
                                + " restarts: give both the same address, see ''systemctl edit gw2-backend.socket''",
                        kept.getLocalAddress(),
                        address);
        return Optional.empty();
    }

    @Override
    public SocketChannel accept() throws IOException {
        try {
            while (true) {
                knock.select();
                knock.selectedKeys().clear();
                if (Thread.currentThread().isInterrupted()) {
                    close();
                    throw new ClosedByInterruptException();
                }
                if (!isOpen()) throw new AsynchronousCloseException();
                var connection = kept.accept();
                if (connection != null) return connection;
            }
        } catch (ClosedSelectorException closed) {
            throw new ClosedChannelException();
        }
    }

    @Override
    protected void implCloseSelectableChannel() throws IOException {
        knock.close();
    }

    @Override
    protected void implConfigureBlocking(boolean block) {
        if (!block) throw new UnsupportedOperationException("accept() always waits");
    }

    @Override
    public ServerSocketChannel bind(SocketAddress address, int backlog) {
        throw new UnsupportedOperationException("systemd bound it");
    }

    @Override
    public <T> ServerSocketChannel setOption(SocketOption<T> name, T value) throws IOException {
        kept.setOption(name, value);
        return this;
    }

    @Override
    public <T> T getOption(SocketOption<T> name) throws IOException {
        return kept.getOption(name);
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return kept.supportedOptions();
    }

    @Override
    public ServerSocket socket() {
        return kept.socket();
    }

    @Override
    public SocketAddress getLocalAddress() throws IOException {
        return kept.getLocalAddress();
    }
}
