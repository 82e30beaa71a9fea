package org.wvwbuilder.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** An answer's body: gathered while it is short, sent on in pieces once it is long or an event stream is flushed. */
final class AnswerStream extends OutputStream {
    private static final int FIRST = 512;
    private static final int MOST = 64 << 10;

    private final Exchange exchange;
    private final Response response;
    private final boolean events;
    private final boolean tagged;
    private final String type;
    private byte[] gathered = new byte[FIRST];
    private int count;
    private boolean flowing;
    private GZIPOutputStream packer;

    /** @param untagged whether it is something read that says nothing itself of how long it may be kept */
    AnswerStream(Exchange exchange, Response response, boolean untagged) {
        this.exchange = exchange;
        this.response = response;
        this.type = response.getHeaders().get(HttpHeader.CONTENT_TYPE);
        this.tagged = untagged && response.getStatus() == 200 && type != null && type.startsWith("application/json");
        this.events = type != null && type.startsWith("text/event-stream");
    }

    boolean isEvents() {
        return events;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (count + length > MOST) flow();
        if (length > MOST) {
            send(bytes, offset, length);
            return;
        }
        if (count + length > gathered.length) {
            gathered = Arrays.copyOf(gathered, Math.max(count + length, Math.min(MOST, gathered.length * 4)));
        }
        System.arraycopy(bytes, offset, gathered, count, length);
        count += length;
    }

    /** Only event streams are read while they are written; for the others it would only cost. */
    @Override
    public void flush() throws IOException {
        if (events && count > 0) flow();
    }

    /** Jersey closes it also after failures: the end is told by {@link #finish}. */
    @Override
    public void close() {}

    void finish(Callback callback) {
        try {
            if (flowing) {
                end(callback);
                return;
            }
            finishShort(callback);
        } catch (IOException broken) {
            callback.failed(broken);
        }
    }

    private void finishShort(Callback callback) {
        var headers = response.getHeaders();
        var packable = isPackable();
        if (packable) headers.add(Headers.VARY);
        if (tagged) {
            var tag = ContentTag.of(gathered, count);
            headers.put(HttpHeader.ETAG, tag);
            if (ContentTag.isIn(exchange.header(HttpHeader.IF_NONE_MATCH), tag)) {
                headers.remove(HttpHeader.CONTENT_TYPE);
                Plain.empty(response, callback, 304);
                return;
            }
        }
        if (packable) {
            if (count >= Packing.WORTH && Packing.isTaken(exchange.headers())) {
                gathered = Packing.pack(gathered, count);
                count = gathered.length;
                headers.put(Headers.GZIP);
            }
        }
        if (isBodied(response.getStatus())) headers.put(HttpHeader.CONTENT_LENGTH, count);
        response.write(true, exchange.isHead() || count == 0 ? null : ByteBuffer.wrap(gathered, 0, count), callback);
    }

    private void flow() throws IOException {
        if (!flowing && !exchange.isHead() && !events && isPackable()) {
            response.getHeaders().add(Headers.VARY);
            if (Packing.isTaken(exchange.headers())) {
                response.getHeaders().put(Headers.GZIP);
                packer = new GZIPOutputStream(new Pipe(), 8_192);
            }
        }
        flowing = true;
        send(gathered, 0, count);
        count = 0;
    }

    private void send(byte[] bytes, int offset, int length) throws IOException {
        if (exchange.isHead() || length == 0) return;
        if (packer != null) packer.write(bytes, offset, length);
        else Content.Sink.write(response, false, ByteBuffer.wrap(bytes, offset, length));
    }

    private void end(Callback callback) throws IOException {
        if (packer == null) {
            response.write(true, exchange.isHead() ? null : ByteBuffer.wrap(gathered, 0, count), callback);
            return;
        }
        send(gathered, 0, count);
        packer.finish();
        response.write(true, null, callback);
    }

    private boolean isPackable() {
        return Packing.isWorth(type) && !response.getHeaders().contains(HttpHeader.CONTENT_ENCODING);
    }

    private static boolean isBodied(int status) {
        return status >= 200 && status != 204 && status != 304;
    }

    /** Where packed bytes go. */
    private final class Pipe extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            Content.Sink.write(response, false, ByteBuffer.wrap(bytes, offset, length));
        }
    }
}
