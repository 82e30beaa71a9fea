package org.wvwbuilder.backup.offsite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A line to a local server that can be cut, or held, after so many bytes towards it. */
final class Cable implements AutoCloseable {
    /** What happens when the bytes have passed. */
    enum Then {
        /** Every connection breaks, and so does each new one. */
        CUT,
        /** Every connection breaks once; new ones go through. */
        CUT_ONCE,
        /** Nothing moves any more, and nothing breaks. */
        HOLD
    }

    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int target;
    private final Then then;
    private final AtomicLong left;
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    Cable(int target, long bytes, Then then) throws IOException {
        this.target = target;
        this.then = then;
        this.left = new AtomicLong(bytes);
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /** Returns when so many bytes have passed. */
    CountDownLatch reached() {
        return reached;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var near = server.accept();
                connections.incrementAndGet();
                if (reached.getCount() == 0 && then == Then.CUT) {
                    near.close();
                    continue;
                }
                var far = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(near);
                open.add(far);
                Thread.ofVirtual().start(() -> pass(near, far, true));
                Thread.ofVirtual().start(() -> pass(far, near, false));
            } catch (IOException ended) {
                // The next round sees whether it was closed.
            }
        }
    }

    private void pass(Socket from, Socket to, boolean counted) {
        var buffer = new byte[8192];
        try (from;
                to) {
            for (int got = from.getInputStream().read(buffer);
                    got >= 0;
                    got = from.getInputStream().read(buffer)) {
                if (counted && left.addAndGet(-got) < 0 && !through()) return;
                if (!counted && then == Then.HOLD && reached.getCount() == 0) closed.await();
                to.getOutputStream().write(buffer, 0, got);
            }
        } catch (IOException | InterruptedException ended) {
            // Both sides are closed.
        }
    }

    /** @return whether this piece may pass */
    private boolean through() throws InterruptedException {
        boolean first = reached.getCount() > 0;
        reached.countDown();
        switch (then) {
            case CUT -> cut();
            case HOLD -> closed.await();
            case CUT_ONCE -> {
                if (!first) return true;
                cut();
            }
        }
        return false;
    }

    private void cut() {
        for (var socket : open) {
            try {
                socket.close();
            } catch (IOException alreadyClosed) {
                // As wanted.
            }
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        closed.countDown();
        cut();
    }
}
