package org.wvwbuilder.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connection's socket. It gets an answer in one piece where its body fits behind its head, and when the server stops it waits
 * for a request under way as ever, and only a moment for a next one.
 */
final class Wire extends SocketChannelEndPoint {
    private static final long NO_STOP = -1;

    /** What Jetty asked for last. */
    private long idle;
    /** How long it may say nothing between requests once the server stops. */
    private long lastWords = NO_STOP;

    private boolean serving;

    Wire(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
        super(channel, selector, key, scheduler);
    }

    /** That of a request, if one of Jetty's came by such a socket; others, as those of tests, have none. */
    static Optional<Wire> of(Request request) {
        return request.getConnectionMetaData().getConnection().getEndPoint() instanceof Wire wire
                ? Optional.of(wire)
                : Optional.empty();
    }

    synchronized void serving(boolean begun) {
        serving = begun;
        if (lastWords != NO_STOP) limit();
    }

    synchronized void stopping(Duration lastWords) {
        this.lastWords = lastWords.toMillis();
        limit();
    }

    @Override
    public synchronized void setIdleTimeout(long millis) {
        idle = millis;
        limit();
    }

    private void limit() {
        super.setIdleTimeout(serving || lastWords == NO_STOP ? idle : lastWords);
    }

    @Override
    public boolean flush(ByteBuffer... buffers) throws IOException {
        return buffers.length == 2 && join(buffers[0], buffers[1]) ? flushOne(buffers[0]) : super.flush(buffers);
    }

    /** The head lies in a buffer of its own of a few kilobytes; what it leaves of it is free. */
    private static boolean join(ByteBuffer head, ByteBuffer body) {
        int end = head.limit();
        int length = body.remaining();
        if (!head.isDirect() || head.isReadOnly() || length > head.capacity() - end) return false;
        head.limit(end + length);
        head.put(end, body, body.position(), length);
        body.position(body.limit());
        return true;
    }

    private boolean flushOne(ByteBuffer buffer) throws IOException {
        try {
            if (getChannel().write(buffer) > 0) notIdle();
        } catch (IOException gone) {
            throw new EofException(gone);
        }
        return !buffer.hasRemaining();
    }
}
