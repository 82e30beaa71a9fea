package org.wvwbuilder.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connection's socket. It gets an answer in one piece where its body fits behind its head, and when the server stops it waits
 * for the body of a request under way as ever.
 *
 * <p>One thread at a time reads from it. Jetty has another thread answer a malformed request, and that thread goes on reading while
 * the first is not done: the two then give one buffer back twice, two connections get it, and one client the answers of
 * another.
 */
final class Wire extends SocketChannelEndPoint {
    /** What Jetty asked for last. */
    private long idle;

    private boolean serving;
    private boolean hushed;

    private final Turns turns = new Turns();
    private Reading reading;

    Wire(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
        super(channel, selector, key, scheduler);
    }

    /** That of a request, if one of Jetty's came by such a socket; others, as those of tests, have none. */
    static Optional<Wire> of(Request request) {
        return request.getConnectionMetaData().getConnection().getEndPoint() instanceof Wire wire
                ? Optional.of(wire)
                : Optional.empty();
    }

    /** A task of Jetty's that reads from a connection, in its turn; any other as it is. */
    static Runnable inTurn(Runnable task) {
        return task instanceof Connection connection && connection.getEndPoint() instanceof Wire wire
                ? () -> wire.turns.take(task)
                : task;
    }

    /** What the connection does once there is something to read is the same as its task. */
    @Override
    public void fillInterested(Callback callback) {
        var known = reading;
        if (known == null || known.callback != callback) reading = known = new Reading(turns, callback);
        super.fillInterested(known);
    }

    private record Reading(Turns turns, Callback callback) implements Callback {
        @Override
        public void succeeded() {
            turns.take(callback::succeeded);
        }

        @Override
        public void failed(Throwable failure) {
            callback.failed(failure);
        }

        @Override
        public InvocationType getInvocationType() {
            return callback.getInvocationType();
        }
    }

    synchronized void serving(boolean begun) {
        serving = begun;
        if (begun && hushed) super.setIdleTimeout(idle);
    }

    /** The server stops: between requests it may say nothing for this long, unless one is under way. */
    synchronized void hush(Duration lastWords) {
        if (serving) return;
        hushed = true;
        super.setIdleTimeout(lastWords.toMillis());
    }

    @Override
    public synchronized void setIdleTimeout(long millis) {
        idle = millis;
        super.setIdleTimeout(millis);
    }

    /** A request that nobody has come to read yet, as on a crowded machine, says something. */
    @Override
    protected void onIdleExpired(TimeoutException timeout) {
        // Who does not read what is written for him may send as much as he likes.
        boolean waits = isFillInterested() && !getWriteFlusher().isPending();
        if (!waits || !isUnread()) super.onIdleExpired(timeout);
    }

    private boolean isUnread() {
        try {
            return getChannel().socket().getInputStream().available() > 0;
        } catch (IOException gone) {
            return false;
        }
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
