package org.wvwbuilder.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Jetty's connector, which lets everybody in who has knocked before it closes. */
final class Reception extends ServerConnector {
    /** How long an open connection may say nothing once the server stops. */
    static final Duration LAST_WORDS = Duration.ofSeconds(1);

    /** Jetty would give this time to all connections, also to one whose request is under way. */
    private static final long LEFT_TO_US = -1;

    private static final int ACCEPT_QUEUE = 512;

    /** How long those who were taken in may take to become connections: there the count of the open ones begins. */
    private static final Duration ARRIVAL = Duration.ofSeconds(2);

    private final InetSocketAddress address;
    private final AtomicInteger arrived = new AtomicInteger();
    private Door door;

    Reception(HttpConfig config, Server server) {
        super(server, 1, 1, new HttpConnectionFactory(http(config)));
        this.address = new InetSocketAddress(config.host(), config.port());
        setHost(config.host());
        setPort(config.port());
        setAcceptQueueSize(ACCEPT_QUEUE);
        setIdleTimeout(config.idleTimeout().toMillis());
        setReuseAddress(true);
        setShutdownIdleTimeout(LEFT_TO_US);
    }

    private static HttpConfiguration http(HttpConfig config) {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setRequestHeaderSize(config.headerLimit());
        http.setOutputBufferSize(32 << 10);
        // A request has this time also when the server stops, where connections that say nothing end sooner.
        http.setIdleTimeout(config.idleTimeout().toMillis());
        // Each connection would keep a table of 96 KB for the fields it sent last: most of what a busy server held.
        http.setHeaderCacheSize(0);
        return http;
    }

    @Override
    protected ServerSocketChannel openAcceptChannel() throws IOException {
        var passed = Door.passed(address);
        door = passed.isPresent() ? passed.get() : Door.at(super.openAcceptChannel());
        return door;
    }

    @Override
    public CompletableFuture<Void> shutdown() {
        if (door != null && door.isOpen()) admit();
        var quiet = super.shutdown();
        for (var connection : getConnectedEndPoints()) {
            if (connection instanceof Wire wire) wire.hush(LAST_WORDS);
        }
        return quiet;
    }

    /** On a crowded machine the thread that takes people in lags behind, and a proxy has sent their requests by then. */
    private void admit() {
        try {
            letIn();
            awaitArrivals();
        } catch (IOException broken) {
            System.getLogger(Reception.class.getName())
                    .log(System.Logger.Level.WARNING, "some who had connected are sent away", broken);
        }
    }

    private void letIn() throws IOException {
        // No more than can have waited: people who go on coming do not keep the server from closing.
        for (int i = 0; i < ACCEPT_QUEUE; i++) {
            var next = door.waiting();
            if (next.isEmpty()) return;
            var connection = next.get();
            connection.configureBlocking(false);
            configure(connection.socket());
            getSelectorManager().accept(connection);
        }
    }

    /** Jetty's stop waits for connections that are open, and resets those that are about to be. */
    private void awaitArrivals() {
        long end = System.nanoTime() + ARRIVAL.toNanos();
        try {
            while (arrived.get() < door.taken() && System.nanoTime() < end) Thread.sleep(5);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        var wire = new Wire(channel, selector, key, getScheduler());
        wire.setIdleTimeout(getIdleTimeout());
        return wire;
    }

    @Override
    protected void onEndPointOpened(EndPoint endPoint) {
        super.onEndPointOpened(endPoint);
        arrived.incrementAndGet();
    }
}
