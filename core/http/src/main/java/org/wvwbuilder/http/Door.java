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
import java.util.concurrent.locks.ReentrantLock;

/**
 * The listening socket. Unlike Java's own it can be asked, while somebody waits at it, who else is there already: the system
 * lets people in before we know of them, and whoever has sent a request must not be sent away by the close.
 *
 * <p>One that systemd opened before this process is kept for the next one, so that whoever connects in between waits
 * instead of being refused. To close this channel is then to take nobody in any more: the socket itself stays open, since
 * Java would point its standard streams at nothing once it is closed, and since a server that begins anew in the same
 * process needs it again.
 */
final class Door extends ServerSocketChannel {
    private final ServerSocketChannel socket;
    private final boolean kept;
    private final Selector knock;

    /** Held while somebody is taken in, so that nobody is between the queue and the count. */
    private final ReentrantLock threshold = new ReentrantLock();

    private int taken;

    private Door(ServerSocketChannel socket, boolean kept) throws IOException {
        super(socket.provider());
        this.socket = socket;
        this.kept = kept;
        this.knock = socket.provider().openSelector();
        socket.configureBlocking(false);
        socket.register(knock, SelectionKey.OP_ACCEPT);
    }

    /** @param kept stays open when this is closed */
    static Door keeping(ServerSocketChannel kept) throws IOException {
        return new Door(kept, true);
    }

    /** @param socket is closed with this */
    static Door at(ServerSocketChannel socket) throws IOException {
        return new Door(socket, false);
    }

    /**
     * The one socket that systemd passed, which the start script puts where Java looks for it.
     *
     * @param address what the configuration says; a socket elsewhere is left alone, and that is told
     */
    static Optional<Door> passed(InetSocketAddress address) throws IOException {
        var pid = String.valueOf(ProcessHandle.current().pid());
        if (!pid.equals(System.getenv("LISTEN_PID"))
                || !(System.inheritedChannel() instanceof ServerSocketChannel kept)) return Optional.empty();
        if (kept.getLocalAddress().equals(address)) return Optional.of(keeping(kept));
        System.getLogger(Door.class.getName())
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
                var connection = waiting();
                if (connection.isPresent()) return connection.get();
            }
        } catch (ClosedSelectorException closed) {
            throw new ClosedChannelException();
        }
    }

    /** The next one who is there already. Never waits. */
    Optional<SocketChannel> waiting() throws IOException {
        threshold.lock();
        try {
            var next = Optional.ofNullable(socket.accept());
            if (next.isPresent()) taken++;
            return next;
        } finally {
            threshold.unlock();
        }
    }

    /** How many have been taken in. */
    int taken() {
        threshold.lock();
        try {
            return taken;
        } finally {
            threshold.unlock();
        }
    }

    @Override
    protected void implCloseSelectableChannel() throws IOException {
        knock.close();
        if (!kept) socket.close();
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
        socket.setOption(name, value);
        return this;
    }

    @Override
    public <T> T getOption(SocketOption<T> name) throws IOException {
        return socket.getOption(name);
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return socket.supportedOptions();
    }

    @Override
    public ServerSocket socket() {
        return socket.socket();
    }

    @Override
    public SocketAddress getLocalAddress() throws IOException {
        return socket.getLocalAddress();
    }
}
