package org.wvwbuilder.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Database.DatabaseException;

/** Transactions of calls that take too long: undone while they may be, and never broken off in a commit. */
@Timeout(60)
class ShieldedDatabaseTests {
    private final WatchedCalls watched = new WatchedCalls();

    /** An engine of which each step stands in a list. */
    private static final class Steps implements Database {
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
        engine.commit = watched::sweep;
        var call = watched.start(() -> {
            new ShieldedDatabase(engine).write(connection -> "written");
            return Thread.currentThread().isInterrupted();
        });
        assertThat(call.get()).isTrue();
        assertThat(engine.seen).containsExactly("committed");
        assertThat(watched.activity().interrupted()).isOne();
    }

    @Test
    void whoeverHangsInATransactionIsInterruptedAndItIsUndone() throws Exception {
        var engine = new Steps();
        var call = watched.start(() -> new ShieldedDatabase(engine).write(connection -> {
            try {
                return watched.hang();
            } catch (InterruptedException asked) {
                throw new IllegalStateException("interrupted", asked);
            }
        }));
        watched.begun.await();
        watched.sweep();
        assertThatThrownBy(call::get).cause().isInstanceOf(TimeoutException.class);
        assertThat(engine.seen).containsExactly("undone");
    }

    @Test
    void aTransactionThatIsTooLateIsUndoneThoughItTookNoNotice() throws Exception {
        var engine = new Steps();
        var call = watched.start(() -> {
            try {
                return new ShieldedDatabase(engine).write(connection -> {
                    watched.sweep();
                    return "written";
                });
            } catch (DatabaseException undone) {
                return undone.getMessage();
            }
        });
        assertThat(call.get()).contains("its write is undone");
        assertThat(engine.seen).containsExactly("undone");
    }
}
