package org.wvwbuilder.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.util.thread.strategy.AdaptiveExecutionStrategy;
import org.junit.jupiter.api.Test;

class ThreadsTests {
    private static final byte[] HALF_A_REQUEST =
            ("POST /api/v1/shelf HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer commander\r\n"
                            + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{")
                    .getBytes(StandardCharsets.US_ASCII);

    @Test
    void slowClientsDoNotKeepTheOthersOut() throws Exception {
        var slow = new ArrayList<Socket>();
        try (var server = new TestServer()) {
            for (int i = 0; i < 300; i++) {
                var socket = new Socket(server.address.getHost(), server.address.getPort());
                slow.add(socket);
                socket.getOutputStream().write(HALF_A_REQUEST);
            }
            // One by one, as one more thread than there is work for may be left over.
            for (int i = 0; i < 20; i++) {
                assertThat(server.get("/api/v1/shelf").statusCode()).isEqualTo(200);
            }
            for (var socket : slow) socket.close();
        }
    }

    @Test
    void onlyOneWaitsToLookForRequests() throws Exception {
        var begun = new ArrayDeque<Runnable>();
        var looked = new AtomicInteger();
        var threads = new Threads();
        threads.setVirtualThreadsExecutor(begun::add);
        threads.start();
        try {
            var strategy = new AdaptiveExecutionStrategy(() -> null, threads) {
                @Override
                public void run() {
                    // Whoever asks now cannot know that it will be heard by the one who looks already.
                    if (looked.incrementAndGet() == 1)
                        assertThat(threads.tryExecute(this)).isTrue();
                }
            };
            for (int i = 0; i < 3; i++) assertThat(threads.tryExecute(strategy)).isTrue();
            assertThat(begun).hasSize(1);
            begun.remove().run();
            assertThat(begun).hasSize(1);
            begun.remove().run();
            assertThat(looked).hasValue(2);
            assertThat(threads.tryExecute(strategy)).isTrue();
            assertThat(begun).hasSize(1);
        } finally {
            threads.stop();
        }
    }

    @Test
    void whatCannotBeginIsNotWaitedFor() throws Exception {
        var begun = new ArrayList<Runnable>();
        var threads = new Threads();
        threads.setVirtualThreadsExecutor(begun::add);
        var strategy = new AdaptiveExecutionStrategy(() -> null, threads);
        assertThat(threads.tryExecute(strategy)).isFalse();
        threads.start();
        try {
            assertThat(threads.tryExecute(strategy)).isTrue();
            assertThat(begun).hasSize(1);
        } finally {
            threads.stop();
        }
    }
}
