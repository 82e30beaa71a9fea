package org.wvwbuilder.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Jetty's connector, which lets everybody in who has knocked before it closes. */
final class Reception extends ServerConnector {
    private static final int ACCEPT_QUEUE = 512;

    private final InetSocketAddress address;
    private Door door;

    Reception(HttpConfig config, Server server) {
        super(server, 1, 1, new HttpConnectionFactory(http(config)));
        this.address = new InetSocketAddress(config.host(), config.port());
        setHost(config.host());
        setPort(config.port());
        setAcceptQueueSize(ACCEPT_QUEUE);
        setIdleTimeout(config.idleTimeout().toMillis());
        setReuseAddress(true);
    }

    private static HttpConfiguration http(HttpConfig config) {
        var http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setRequestHeaderSize(config.headerLimit());
        http.setOutputBufferSize(32 << 10);
        return http;
    }

    @Override
    protected ServerSocketChannel openAcceptChannel() throws IOException {
        var passed = Door.passed(address);
        door = passed.isPresent() ? passed.get() : Door.at(super.openAcceptChannel());
        return door;
    }

    /** On a crowded machine the thread that takes people in lags behind, and a proxy has sent their requests by then. */
    @Override
    public CompletableFuture<Void> shutdown() {
        try {
            letIn();
        } catch (IOException broken) {
            System.getLogger(Reception.class.getName())
                    .log(System.Logger.Level.WARNING, "some who had connected are sent away", broken);
        }
        return super.shutdown();
    }

    private void letIn() throws IOException {
        if (door == null || !door.isOpen()) return;
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
}
