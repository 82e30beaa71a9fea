package org.wvwbuilder.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wvwbuilder.kernel.WatchedCalls.LATER;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeoutException;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wvwbuilder.kernel.WatchedCalls.Remembered;
import org.wvwbuilder.plugin.Contribution.Gauge;

@Timeout(60)
class CallsTests {
    private final WatchedCalls watched = new WatchedCalls();

    @Test
    void onlyWhatTheServerCanDoWithoutIsToBeSwitchedOff() {
        var quick = new Patience(Duration.ofDays(1), Duration.ofDays(1), "");
        var needed = new FakePlugin("auth", new Calls("auth", quick, quick, true));
        var failure = new IllegalStateException("no key");
        assertThat(Phases.blame(needed, "it failed to open", failure).remedy())
                .isEqualTo("Read the log of auth, and tell its author.");
        assertThat(Phases.blame(new FakePlugin("muster"), "it failed to open", failure)
                        .remedy())
                .endsWith("plugins.disabled turns it off.");
        assertThat(complaint(needed)).endsWith("Tell its author.");
        assertThat(complaint(new FakePlugin("muster")))
                .endsWith("'gw2 plugins disable muster' switches the plugin off.");
    }

    private static String complaint(FakePlugin plugin) {
        var lines = new LinkedBlockingQueue<String>();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var log = Logger.getLogger(GaugeReader.class.getName());
        log.addHandler(handler);
        try {
            new GaugeReader(plugin, new Gauge("open", "raids", "Open", () -> {
                        throw new IllegalStateException("no");
                    }))
                    .value();
        } finally {
            log.removeHandler(handler);
        }
        return lines.remove();
    }

    @Test
    void whatTakesTooLongIsInterruptedAndRemembered() throws Exception {
        var call = watched.start(watched::hang);
        watched.begun.await();
        watched.calls.sweep(System.nanoTime());
        assertThat(watched.activity().interrupted()).isZero();
        assertThat(watched.activity().underWay()).isOne();
        watched.sweep();
        assertThatThrownBy(call::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(TimeoutException.class)
                .hasMessage("it did not end within 45s (plugins.call-deadline)");
        assertThat(watched.activity().interrupted()).isOne();
        assertThat(watched.activity().underWay()).isZero();
        assertThat(watched.calls.complaint(System.nanoTime() + LATER))
                .hasValueSatisfying(
                        why -> assertThat(why).contains("GET /api/v1/kills took too long", "tell the plugin's author"));
        assertThat(watched.calls.complaint(System.nanoTime() + 20 * LATER)).isEmpty();
    }

    @Test
    void whatDoesNotComeBackStaysAComplaint() throws Exception {
        var call = watched.start(() -> {
            watched.begun.countDown();
            while (watched.never.getCount() > 0) {
                try {
                    watched.never.await();
                } catch (InterruptedException deaf) {
                    continue;
                }
            }
            return "late";
        });
        watched.begun.await();
        watched.sweep();
        assertThat(watched.activity().stuck()).isOne();
        assertThat(watched.calls.complaint(System.nanoTime() + 20 * LATER))
                .hasValueSatisfying(why -> assertThat(why).contains("do not come back: 1", "restart"));
        watched.sweep();
        assertThat(watched.activity().interrupted()).isOne();
        watched.never.countDown();
        assertThat(call.get()).isEqualTo("late");
        assertThat(watched.activity().stuck()).isZero();
    }

    @Test
    void aCallThatCannotBeNamedKeepsNoOtherFromItsEnd() throws Exception {
        var nameless = new CompletableFuture<Boolean>();
        Thread.ofVirtual().start(() -> {
            try {
                new Call(watched.calls, watched.patience) {
                    @Override
                    protected String what() {
                        throw new IllegalStateException("no name");
                    }
                }.run(watched::hang);
            } catch (Exception ended) {
                nameless.complete(true);
            }
        });
        watched.begun.await();
        watched.sweep();
        assertThat(nameless.get()).isTrue();
        assertThat(watched.activity().interrupted()).isOne();
    }

    @Test
    void whoHasReturnedIsLeftAloneWhateverFollows() throws Exception {
        var interrupted = new CompletableFuture<Boolean>();
        Thread.ofVirtual().start(() -> {
            var call = new Remembered(watched.calls);
            try {
                call.run(() -> {
                    assertThat(call.returned()).isTrue();
                    watched.begun.countDown();
                    watched.never.await();
                    return interrupted.complete(Thread.currentThread().isInterrupted());
                });
            } catch (Exception failed) {
                interrupted.completeExceptionally(failed);
            }
        });
        watched.begun.await();
        watched.sweep();
        watched.never.countDown();
        assertThat(interrupted.get()).isFalse();
        assertThat(watched.activity().interrupted()).isZero();
    }

    @Test
    void whoeverIsHeldUpByOthersHasTime() throws Exception {
        var call = new Remembered(watched.calls);
        assertThat(call.<String>run(() -> {
                    call.holdUp();
                    watched.sweep();
                    call.goOn();
                    return "whole";
                }))
                .isEqualTo("whole");
        assertThat(watched.activity().interrupted()).isZero();
        assertThat(call.told.getCount()).isOne();
    }

    @Test
    void requestsAreCountedByTheirEnd() {
        for (var status : List.of(200, 404, 500, 503)) watched.calls.answered(status);
        assertThat(watched.activity().requests()).isEqualTo(4);
        assertThat(watched.activity().errors()).isEqualTo(2);
    }

    @Test
    void whatTakesLongCountsAsSlow() throws Exception {
        var quick = new Calls("a", new Patience(Duration.ofNanos(1), Duration.ofDays(1), ""), watched.patience);
        new Remembered(quick).run(() -> null);
        new Remembered(watched.calls).run(() -> null);
        assertThat(quick.activity(List.of()).slow()).isOne();
        assertThat(watched.activity().slow()).isZero();
    }

    @Test
    void threadsAreKnownByTheLoaderThatTheyInherit() throws Exception {
        try (var loader = new java.net.URLClassLoader(new java.net.URL[0])) {
            var platform = Thread.ofPlatform().daemon().name("feed-poller").unstarted(() -> {
                try {
                    watched.never.await();
                } catch (InterruptedException asked) {
                    Thread.currentThread().interrupt();
                }
            });
            platform.setContextClassLoader(loader);
            platform.start();
            assertThat(OwnThreads.of(loader)).containsExactly("feed-poller");
            watched.never.countDown();
            platform.join();
            assertThat(OwnThreads.of(loader)).isEmpty();
        }
    }
}
