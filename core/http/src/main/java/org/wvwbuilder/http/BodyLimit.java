package org.wvwbuilder.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;

/**
 * How long a request's body may be, told or found out, and how slow.
 *
 * @param rate bytes a second, once the first seconds are over
 */
record BodyLimit(long bytes, int rate) {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

    /** Refuses what says itself that it is too long, and what is packed and may hide it. */
    void check(Exchange exchange) {
        var length = exchange.request.getLength();
        if (length > bytes) throw Statuses.problem(413, Map.of());
        var coding = exchange.header(HttpHeader.CONTENT_ENCODING);
        if (coding != null && !coding.equalsIgnoreCase("identity")) {
            throw Statuses.problem(415, Map.of("Accept-Encoding", "identity"));
        }
    }

    InputStream on(InputStream body) {
        return new Limited(body, bytes, rate);
    }

    private static final class Limited extends FilterInputStream {
        private final long limit;
        private final int rate;
        private final long begun = System.nanoTime();
        private long count;

        Limited(InputStream body, long limit, int rate) {
            super(body);
            this.limit = limit;
            this.rate = rate;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) count(1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            if (read > 0) count(read);
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            count(skipped);
            return skipped;
        }

        /** Jetty would fail the request that is closed too early; what is left is for {@link Leftovers}. */
        @Override
        public void close() {}

        private void count(long read) {
            count += read;
            if (count > limit) throw Statuses.problem(413, Map.of());
            long nanos = System.nanoTime() - begun;
            if (nanos > PATIENCE && count < rate * TimeUnit.NANOSECONDS.toSeconds(nanos)) {
                throw Statuses.problem(408, Map.of());
            }
        }
    }
}
