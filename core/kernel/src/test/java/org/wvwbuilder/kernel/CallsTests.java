package org.wvwbuilder.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Database.DatabaseException;
import org.wvwbuilder.plugin.Platform.PluginActivity;

@Timeout(60)
class CallsTests {
    private static final long LATER = TimeUnit.MINUTES.toNanos(1);
    private final Patience patience =
            new Patience(Duration.ofSeconds(1), Duration.ofSeconds(45), "plugins.call-deadline");
    private final Calls calls = new Calls("kill-feed", patience, patience);
    private final CountDownLatch never = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);

    /** A call that remembers what was told to whoever waits for it. */
    private static final class Remembered extends Call {
        final CountDownLatch told = new CountDownLatch(1);

        Remembered(Calls calls) {
            super(calls, calls.usual());
        }

        @Override
        protected String what() {
            return "GET /api/v1/kills";
        }

        @Override
        protected void tooLate() {
            told.countDown();
        }
    }

    /** A call on a thread of its own. */
    private <T> CompletableFuture<T> start(Callable<T> work) {
        var result = new CompletableFuture<T>();
        Thread.ofVirtual().start(() -> {
            try {
                result.complete(new Remembered(calls).run(work));
            } catch (Throwable failed) {
                result.completeExceptionally(failed);
            }
        });
        return result;
    }

    private void sweep() {
        calls.sweep(System.nanoTime() + LATER);
    }

    private Object hang() throws InterruptedException {
        begun.countDown();
        never.await();
        return null;
    }

    @Test
    void whatTakesTooLongIsInterruptedAndRemembered() throws Exception {
        var call = start(this::hang);
        begun.await();
        calls.sweep(System.nanoTime());
        assertThat(activity().interrupted()).isZero();
        assertThat(activity().underWay()).isOne();
        sweep();
        assertThatThrownBy(call::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(TimeoutException.class)
                .hasMessage("it did not end within 45s (plugins.call-deadline)");
        assertThat(activity().interrupted()).isOne();
        assertThat(activity().underWay()).isZero();
        assertThat(calls.complaint(System.nanoTime() + LATER))
                .hasValueSatisfying(
                        why -> assertThat(why).contains("GET /api/v1/kills took too long", "tell the plugin's author"));
        assertThat(calls.complaint(System.nanoTime() + 20 * LATER)).isEmpty();
    }

    @Test
    void whatDoesNotComeBackStaysAComplaint() throws Exception {
        var call = start(() -> {
            begun.countDown();
            while (never.getCount() > 0) {
                try {
                    never.await();
                } catch (InterruptedException deaf) {
                    continue;
                }
            }
            return "late";
        });
        begun.await();
        sweep();
        assertThat(activity().stuck()).isOne();
        assertThat(calls.complaint(System.nanoTime() + 20 * LATER))
                .hasValueSatisfying(why -> assertThat(why).contains("do not come back: 1", "restart"));
        sweep();
        assertThat(activity().interrupted()).isOne();
        never.countDown();
        assertThat(call.get()).isEqualTo("late");
        assertThat(activity().stuck()).isZero();
    }

    @Test
    void aCallThatCannotBeNamedKeepsNoOtherFromItsEnd() throws Exception {
        var nameless = new CompletableFuture<Boolean>();
        Thread.ofVirtual().start(() -> {
            try {
                new Call(calls, patience) {
                    @Override
                    protected String what() {
                        throw new IllegalStateException("no name");
                    }
                }.run(this::hang);
            } catch (Exception ended) {
                nameless.complete(true);
            }
        });
        begun.await();
        sweep();
        assertThat(nameless.get()).isTrue();
        assertThat(activity().interrupted()).isOne();
    }

    @Test
    void whoHasReturnedIsLeftAloneWhateverFollows() throws Exception {
        var interrupted = new CompletableFuture<Boolean>();
        Thread.ofVirtual().start(() -> {
            var call = new Remembered(calls);
            try {
                call.run(() -> {
                    assertThat(call.returned()).isTrue();
                    begun.countDown();
                    never.await();
                    return interrupted.complete(Thread.currentThread().isInterrupted());
                });
            } catch (Exception failed) {
                interrupted.completeExceptionally(failed);
            }
        });
        begun.await();
        sweep();
        never.countDown();
        assertThat(interrupted.get()).isFalse();
        assertThat(activity().interrupted()).isZero();
    }

    @Test
    void whoeverIsHeldUpByOthersHasTime() throws Exception {
        var call = new Remembered(calls);
        assertThat(call.<String>run(() -> {
                    call.holdUp();
                    sweep();
                    call.goOn();
                    return "whole";
                }))
                .isEqualTo("whole");
        assertThat(activity().interrupted()).isZero();
        assertThat(call.told.getCount()).isOne();
    }

    @Test
    void requestsAreCountedByTheirEnd() {
        for (var status : List.of(200, 404, 500, 503)) calls.answered(status);
        assertThat(activity().requests()).isEqualTo(4);
        assertThat(activity().errors()).isEqualTo(2);
    }

    @Test
    void whatTakesLongCountsAsSlow() throws Exception {
        var quick = new Calls("a", new Patience(Duration.ofNanos(1), Duration.ofDays(1), ""), patience);
        new Remembered(quick).run(() -> null);
        new Remembered(calls).run(() -> null);
        assertThat(quick.activity(List.of()).slow()).isOne();
        assertThat(activity().slow()).isZero();
    }

    /** An engine of which each step stands in a list. */
    private final class Steps implements Database {
        final List<String> seen = new ArrayList<>();
        Runnable commit = () -> {};

        @Override
        public Engine engine() {
            return Engine.SQLITE;
        }

        @Override
        public <T> T read(Work<T> work) {
            throw new UnsupportedOperationException();
        }

        /** On a thread of its own, as the engine in a file does it. */
        @Override
        public <T> T write(Work<T> work) {
            var result = new CompletableFuture<T>();
            Thread.ofPlatform().start(() -> {
                try {
                    var done = work.run((Connection) null);
                    commit.run();
                    seen.add(Thread.currentThread().isInterrupted() ? "committed, interrupted" : "committed");
                    result.complete(done);
                } catch (Exception | Error failed) {
                    seen.add(Thread.currentThread().isInterrupted() ? "undone, interrupted" : "undone");
                    result.completeExceptionally(failed);
                }
            });
            try {
                return result.join();
            } catch (CompletionException failed) {
                if (failed.getCause() instanceof RuntimeException known) throw known;
                throw failed;
            }
        }
    }

    @Test
    void aCommitIsNotInterruptedAndItsThreadLearnsOfItAfterwards() throws Exception {
        var engine = new Steps();
        engine.commit = this::sweep;
        var call = start(() -> {
            new ShieldedDatabase(engine).write(connection -> "written");
            return Thread.currentThread().isInterrupted();
        });
        assertThat(call.get()).isTrue();
        assertThat(engine.seen).containsExactly("committed");
        assertThat(activity().interrupted()).isOne();
    }

    @Test
    void whoeverHangsInATransactionIsInterruptedAndItIsUndone() throws Exception {
        var engine = new Steps();
        var call = start(() -> new ShieldedDatabase(engine).write(connection -> {
            try {
                return hang();
            } catch (InterruptedException asked) {
                throw new IllegalStateException("interrupted", asked);
            }
        }));
        begun.await();
        sweep();
        assertThatThrownBy(call::get).cause().isInstanceOf(TimeoutException.class);
        assertThat(engine.seen).containsExactly("undone");
    }

    @Test
    void aTransactionThatIsTooLateIsUndoneThoughItTookNoNotice() throws Exception {
        var engine = new Steps();
        var call = start(() -> {
            try {
                return new ShieldedDatabase(engine).write(connection -> {
                    sweep();
                    return "written";
                });
            } catch (DatabaseException undone) {
                return undone.getMessage();
            }
        });
        assertThat(call.get()).contains("its write is undone");
        assertThat(engine.seen).containsExactly("undone");
    }

    @Test
    void threadsAreKnownByTheLoaderThatTheyInherit() throws Exception {
        try (var loader = new java.net.URLClassLoader(new java.net.URL[0])) {
            var platform = Thread.ofPlatform().daemon().name("feed-poller").unstarted(() -> {
                try {
                    never.await();
                } catch (InterruptedException asked) {
                    Thread.currentThread().interrupt();
                }
            });
            platform.setContextClassLoader(loader);
            platform.start();
            assertThat(OwnThreads.of(loader)).containsExactly("feed-poller");
            never.countDown();
            platform.join();
            assertThat(OwnThreads.of(loader)).isEmpty();
        }
    }

    private PluginActivity activity() {
        return calls.activity(List.of());
    }
}
