package org.wvwbuilder.http;

import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.glassfish.jersey.message.internal.HeaderUtils;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.internal.RuntimeDelegateImpl;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;

/** Carries what Jersey answers to Jetty: short answers in one write with their length, long ones as they come. */
final class Answer implements ContainerResponseWriter {
    /** Under which the request keeps its answer. */
    static final String PROPERTY = Answer.class.getName();

    /** Jersey would ask for each header of each answer whether others may translate it: nobody else does. */
    private static final RuntimeDelegate RUNTIME = new RuntimeDelegateImpl();

    private final Exchange exchange;
    private final Response response;
    private final Callback callback;
    private final AtomicBoolean done = new AtomicBoolean();
    private AnswerStream stream;
    private Throwable broken;
    private TimeoutHandler onTimeout;
    private Scheduler.Task timeout;

    Answer(Exchange exchange, Response response, Callback callback) {
        this.exchange = exchange;
        this.response = response;
        this.callback = callback;
    }

    @Override
    public OutputStream writeResponseStatusAndHeaders(long length, ContainerResponse answer) {
        if (!exchange.returned()) return OutputStream.nullOutputStream();
        response.setStatus(answer.getStatus());
        var headers = response.getHeaders();
        for (var header : answer.getHeaders().entrySet()) {
            // One line for each value: put() with a list would join them, and cookies cannot be told apart then.
            headers.remove(header.getKey());
            for (var value : header.getValue()) headers.add(header.getKey(), HeaderUtils.asString(value, RUNTIME));
        }
        // Jersey's length is that of a body which may still be packed.
        headers.remove(HttpHeader.CONTENT_LENGTH);
        boolean plain = !headers.contains(HttpHeader.CACHE_CONTROL) && !headers.contains(HttpHeader.ETAG);
        if (!headers.contains(HttpHeader.CACHE_CONTROL)) headers.add(Headers.NO_STORE);
        stream = new AnswerStream(exchange, response, plain && isRead(exchange.request.getMethod()));
        return exchange.isHead() && stream.isEvents() ? head() : stream;
    }

    /** Of events that have no end only the head is wanted. Nothing else would ever be sent, so nobody would notice that the client is gone. */
    private OutputStream head() {
        done.set(true);
        // Whoever writes the events ends with the first of them, as when the client has left; a next request on this
        // connection would wait for that.
        response.getHeaders().put(Headers.CLOSE);
        response.write(true, null, callback);
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new EofException("who asked for the head has it");
            }
        };
    }

    private static boolean isRead(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    @Override
    public boolean suspend(long time, TimeUnit unit, TimeoutHandler handler) {
        onTimeout = handler;
        setSuspendTimeout(time, unit);
        return true;
    }

    @Override
    public void setSuspendTimeout(long time, TimeUnit unit) {
        if (timeout != null) timeout.cancel();
        if (time <= 0 || onTimeout == null) return;
        var scheduler = exchange.request.getComponents().getScheduler();
        timeout = scheduler.schedule(() -> onTimeout.onTimeout(this), time, unit);
    }

    /** Its body could not be written whole. */
    void broken(Throwable why) {
        broken = why;
    }

    @Override
    public void commit() {
        if (!exchange.returned()) return;
        if (broken != null) {
            failure(broken);
            return;
        }
        if (!done.compareAndSet(false, true)) return;
        if (timeout != null) timeout.cancel();
        if (stream == null) response.write(true, null, callback);
        else stream.finish(callback);
    }

    @Override
    public void failure(Throwable thrown) {
        if (!exchange.returned() || !done.compareAndSet(false, true)) return;
        if (timeout != null) timeout.cancel();
        if (response.isCommitted()) {
            // Half an answer is out: only a broken connection tells the client so.
            callback.failed(thrown);
            return;
        }
        response.reset();
        Headers.secure(response.getHeaders(), exchange.id);
        Plain.problem(exchange, response, callback, Problems.of(thrown, exchange));
    }

    /** The plugin takes too long: answers in its stead. What it says later reaches nobody. */
    void late() {
        if (!done.compareAndSet(false, true)) return;
        response.reset();
        Headers.secure(response.getHeaders(), exchange.id);
        // The next request on this connection would wait until the plugin's code comes back.
        response.getHeaders().put(Headers.CLOSE);
        Plain.problem(exchange, response, callback, Statuses.late());
    }

    @Override
    public boolean enableResponseBuffering() {
        return false;
    }
}
