package org.wvwbuilder.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoorTests {
    private ServerSocketChannel kept;

    @BeforeEach
    void open() throws Exception {
        kept = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void close() throws Exception {
        kept.close();
    }

    private Socket connect() throws Exception {
        return new Socket(InetAddress.getLoopbackAddress(), kept.socket().getLocalPort());
    }

    @Test
    void whoConnectsBetweenTwoServersIsTakenInByTheSecond() throws Exception {
        try (var first = Door.keeping(kept);
                var visitor = connect();
                var taken = first.accept()) {
            assertThat(taken.socket().getPort()).isEqualTo(visitor.getLocalPort());
        }
        assertThat(kept.isOpen()).isTrue();
        try (var between = connect();
                var second = Door.keeping(kept);
                var taken = second.accept()) {
            assertThat(taken.socket().getPort()).isEqualTo(between.getLocalPort());
            assertThat(taken.isBlocking()).isTrue();
        }
    }

    @Test
    void closingWakesTheOneWhoWaitsAndTakesNobodyInAnyMore() throws Exception {
        var door = Door.keeping(kept);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<SocketChannel> accepted = people.submit(door::accept);
            // Most likely it waits by then; if it does not, the end is the same.
            TimeUnit.MILLISECONDS.sleep(50);
            door.close();
            assertThatThrownBy(() -> accepted.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(ClosedChannelException.class);
        }
        try (var visitor = connect()) {
            assertThat(visitor.isConnected()).isTrue();
            assertThatThrownBy(door::accept).isInstanceOf(ClosedChannelException.class);
        }
    }

    @Test
    void withoutSystemdThereIsNone() throws Exception {
        assertThat(Door.passed((InetSocketAddress) kept.getLocalAddress())).isEmpty();
    }

    @Test
    void whoIsThereAlreadyIsLetInWithoutWaitingAndCounted() throws Exception {
        try (var door = Door.at(kept)) {
            assertThat(door.waiting()).isEmpty();
            try (var visitor = connect()) {
                var taken = door.waiting().orElseThrow();
                assertThat(taken.socket().getPort()).isEqualTo(visitor.getLocalPort());
                taken.close();
                assertThat(door.taken()).isEqualTo(1);
            }
        }
        assertThat(kept.isOpen()).as("nobody keeps it for a next one").isFalse();
    }
}
