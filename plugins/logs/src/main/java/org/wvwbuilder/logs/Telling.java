package org.wvwbuilder.logs;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Providers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.wvwbuilder.logs.entry.Entry;
import org.wvwbuilder.logs.entry.Filter;
import org.wvwbuilder.logs.read.LogSource;

/**
 * Tells what is written to a log, as events {@code entry}. A comment every few seconds notices that the listener left, and
 * the end after a while that the rights to listen were taken away: whoever still has them connects again.
 */
record Telling(LogSource.Tail tail, Filter filter, Providers providers, Runnable ended) implements StreamingOutput {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int BEAT_MILLIS = 250;
    private static final int BEATS_BETWEEN_COMMENTS = 20;
    private static final Annotation[] NONE = {};

    @Override
    public void write(OutputStream out) throws IOException {
        var end = System.nanoTime() + LONGEST.toNanos();
        try (tail) {
            comment(out);
            for (var beat = 1; System.nanoTime() < end; beat++) {
                for (var entry : tail.poll()) {
                    if (filter.takes(entry)) send(out, entry);
                }
                if (beat % BEATS_BETWEEN_COMMENTS == 0) comment(out);
                Thread.sleep(BEAT_MILLIS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("the server is stopping", stop);
        } finally {
            ended.run();
        }
    }

    private static void comment(OutputStream out) throws IOException {
        out.write(":\n\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private void send(OutputStream out, Entry entry) throws IOException {
        var json = new ByteArrayOutputStream();
        providers
                .getMessageBodyWriter(Entry.class, Entry.class, NONE, MediaType.APPLICATION_JSON_TYPE)
                .writeTo(
                        entry,
                        Entry.class,
                        Entry.class,
                        NONE,
                        MediaType.APPLICATION_JSON_TYPE,
                        new MultivaluedHashMap<>(),
                        json);
        out.write("event: entry\ndata: ".getBytes(StandardCharsets.US_ASCII));
        out.write(json.toByteArray());
        out.write("\n\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
