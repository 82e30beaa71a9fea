package org.wvwbuilder.squads.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Providers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TellingTests {

    @Test
    void aClientThatGoesAwayEndsItsRun() throws Exception {
        try (var runs = new Runs(1)) {
            var interrupted = new CountDownLatch(1);
            var run = runs.<SolveAnswer>start("anna", () -> {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException stop) {
                    interrupted.countDown();
                }
                throw new IllegalStateException("ended");
            });
            var gone = new GoneAfter(3);
            var telling = new Telling(run, new Onlooker(), words());
            assertThatThrownBy(() -> telling.write(gone)).isInstanceOf(IOException.class);
            assertThat(gone.text()).startsWith("event: progress\ndata: Progress[state=");
            assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(runs.start("bob", () -> 1).get(10, TimeUnit.SECONDS)).isEqualTo(1);
        }
    }

    @Test
    void aRunThatTheServerStopsIsToldAsAProblem() throws Exception {
        try (var runs = new Runs(1)) {
            var run = runs.<SolveAnswer>start("anna", () -> {
                new CountDownLatch(1).await();
                return null;
            });
            run.cancel();
            var out = new ByteArrayOutputStream();
            new Telling(run, new Onlooker(), words()).write(out);
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("event: problem\ndata: Failure[status=503");
        }
    }

    /** Writes records in their own words. */
    private static Providers words() {
        var writer = (MessageBodyWriter<?>) Proxy.newProxyInstance(
                TellingTests.class.getClassLoader(),
                new Class<?>[] {MessageBodyWriter.class},
                (proxy, method, arguments) -> {
                    ((OutputStream) arguments[6]).write(arguments[0].toString().getBytes(StandardCharsets.UTF_8));
                    return null;
                });
        return (Providers) Proxy.newProxyInstance(
                TellingTests.class.getClassLoader(),
                new Class<?>[] {Providers.class},
                (proxy, method, arguments) -> writer);
    }

    /** A connection that breaks after some events. */
    private static final class GoneAfter extends ByteArrayOutputStream {
        private int left;

        GoneAfter(int events) {
            left = events;
        }

        @Override
        public void flush() throws IOException {
            if (--left == 0) throw new IOException("gone");
        }

        String text() {
            return toString(StandardCharsets.UTF_8);
        }
    }
}
