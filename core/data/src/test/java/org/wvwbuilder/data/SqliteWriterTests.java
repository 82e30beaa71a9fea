package org.wvwbuilder.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.wvwbuilder.data.Fixture.execute;
import static org.wvwbuilder.data.Fixture.number;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.sqlite.SQLiteCommitListener;
import org.sqlite.SQLiteConnection;
import org.wvwbuilder.kernel.CurrentRequest;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Database.DatabaseException;
import org.wvwbuilder.testing.TestDatabase;

/** Work is done by the writer's thread: what its caller may see of that, and what not. */
@Timeout(120)
class SqliteWriterTests {
    private record Served(String requestId, Optional<String> userId) implements CurrentRequest {}

    @Test
    void workFindsWhatItsCallerHadAroundIt() throws Exception {
        try (var fresh = TestDatabase.sqlite();
                var host = Fixture.open(fresh);
                var loader = new URLClassLoader(new URL[0])) {
            var request = new Served("0123abcd", Optional.of("u-7"));
            var thread = Thread.currentThread();
            var before = thread.getContextClassLoader();
            thread.setContextClassLoader(loader);
            try {
                ScopedValue.where(CurrentRequest.SCOPE, request)
                        .run(() -> host.database().write(connection -> {
                            assertThat(CurrentRequest.SCOPE.get()).isSameAs(request);
                            assertThat(Thread.currentThread().getContextClassLoader())
                                    .isSameAs(loader);
                            return 0;
                        }));
            } finally {
                thread.setContextClassLoader(before);
            }
            host.database()
                    .write(connection -> assertThat(CurrentRequest.SCOPE.isBound())
                            .as("left for the next")
                            .isFalse());
        }
    }

    @Test
    void aFailureTellsWhoAskedAndDoesNotGrow() throws Exception {
        try (var fresh = TestDatabase.sqlite();
                var host = Fixture.open(fresh)) {
            var always = new IllegalStateException("always the same");
            var lengths = new ArrayList<Integer>();
            for (int i = 0; i < 3; i++) {
                assertThat(catchThrowable(() -> refuse(host.database(), always)))
                        .isSameAs(always);
                lengths.add(always.getStackTrace().length);
            }
            assertThat(always.getStackTrace())
                    .extracting(StackTraceElement::getMethodName)
                    .contains("refuse");
            assertThat(lengths.get(2)).isEqualTo(lengths.get(1));
        }
    }

    private static void refuse(Database database, RuntimeException always) {
        database.write(connection -> {
            throw always;
        });
    }

    /** One fsync for each would let a crowd wait for the disk, one after the other. */
    @Test
    void whoeverWaitsMeanwhileIsCommittedTogether() throws Exception {
        try (var fresh = TestDatabase.sqlite();
                var host = Fixture.open(fresh);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var database = host.database();
            execute(database, "create table t (x int)");
            var commits = new AtomicInteger();
            var inside = new CountDownLatch(1);
            var gate = new CountDownLatch(1);
            var slow = threads.submit(() -> database.write(connection -> {
                connection.unwrap(SQLiteConnection.class).addCommitListener(counting(commits));
                inside.countDown();
                return opened(gate);
            }));
            inside.await();
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < 50; i++) all.add(threads.submit(() -> execute(database, "insert into t values (1)")));
            while (host.traffic().writersWaiting() < 50) Thread.onSpinWait();
            gate.countDown();
            assertThat(slow.get()).isTrue();
            for (var one : all) one.get();
            assertThat(number(database, "select count(*) from t")).isEqualTo(50);
            assertThat(commits.get()).isBetween(1, 40);
        }
    }

    private static SQLiteCommitListener counting(AtomicInteger commits) {
        return new SQLiteCommitListener() {
            @Override
            public void onCommit() {
                commits.incrementAndGet();
            }

            @Override
            public void onRollback() {}
        };
    }

    @Test
    void whoIsInterruptedWhileItWaitsHasChangedNothingAndWhoHasBegunIsDone() throws Exception {
        try (var fresh = TestDatabase.sqlite();
                var host = Fixture.open(fresh)) {
            var database = host.database();
            execute(database, "create table t (x int)");
            var inside = new CountDownLatch(1);
            var gate = new CountDownLatch(1);
            var outcomes = new ArrayList<String>();
            var begun = Thread.startVirtualThread(() -> outcomes.add(database.write(connection -> {
                inside.countDown();
                if (!opened(gate)) return "not done";
                try (var statement = connection.createStatement()) {
                    statement.execute("insert into t values (1)");
                }
                return "done";
            })));
            inside.await();
            var refused = new CountDownLatch(1);
            var waiting = Thread.startVirtualThread(() -> {
                var thrown = catchThrowable(() -> execute(database, "insert into t values (2)"));
                if (thrown instanceof DatabaseException
                        && Thread.currentThread().isInterrupted()) refused.countDown();
            });
            while (host.traffic().writersWaiting() < 1) Thread.onSpinWait();
            waiting.interrupt();
            begun.interrupt();
            assertThat(refused.await(60, TimeUnit.SECONDS)).isTrue();
            gate.countDown();
            begun.join();
            assertThat(outcomes).isEqualTo(List.of("done"));
            assertThat(number(database, "select sum(x) from t")).isEqualTo(1);
        }
    }

    private static boolean opened(CountDownLatch gate) {
        try {
            return gate.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException asked) {
            return false;
        }
    }

    /** It must not, and may by mistake: its own write fails, and those of others go on. */
    @Test
    void whoeverBreaksTheConnectionHarmsOnlyItself() throws Exception {
        try (var fresh = TestDatabase.sqlite();
                var host = Fixture.open(fresh)) {
            var database = host.database();
            execute(database, "create table t (x int)");
            assertThat(catchThrowable(() -> database.write(connection -> {
                        connection.unwrap(SQLiteConnection.class).close();
                        throw new IllegalStateException("broken");
                    })))
                    .hasMessage("broken");
            execute(database, "insert into t values (1)");
            assertThat(catchThrowable(() -> database.write(connection -> {
                        connection.unwrap(SQLiteConnection.class).close();
                        return 0;
                    })))
                    .isInstanceOf(DatabaseException.class);
            execute(database, "insert into t values (2)");
            assertThat(number(database, "select sum(x) from t")).isEqualTo(3);
        }
    }
}
