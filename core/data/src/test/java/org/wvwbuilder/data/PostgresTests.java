package org.wvwbuilder.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.wvwbuilder.data.Fixture.execute;
import static org.wvwbuilder.data.Fixture.number;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.plugin.Database.DatabaseException;
import org.wvwbuilder.plugin.Database.DatabaseException.Kind;
import org.wvwbuilder.plugin.Database.Engine;
import org.wvwbuilder.plugin.HealthCheck.Health;
import org.wvwbuilder.testing.Postgres;
import org.wvwbuilder.testing.TestDatabase;

@Timeout(120)
class PostgresTests {

    @Test
    void aServerThatGoesAwayIsUnavailable(@TempDir Path directory) throws Exception {
        var server = Postgres.another();
        var settings = new TestDatabase(
                Engine.POSTGRESQL,
                directory,
                Optional.of(server.url("postgres")),
                Optional.of(server.user()),
                Optional.of(server.password()));
        try (var host = Fixture.open(settings, Duration.ofSeconds(1))) {
            execute(host.database(), "create table t (x int)");
            server.close();
            for (int i = 0; i < 3; i++) {
                assertThat(kind(() -> execute(host.database(), "insert into t values (1)")))
                        .isEqualTo(Kind.UNAVAILABLE);
                assertThat(kind(() -> number(host.database(), "select x from t")))
                        .isEqualTo(Kind.UNAVAILABLE);
            }
            assertThat(host.checks().get("database").check()).isInstanceOf(Health.Down.class);
        }
        assertThatThrownBy(() -> Fixture.open(settings, Duration.ofSeconds(1)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("does not let us in")
                .hasMessageNotContaining(server.password());
    }

    @Test
    void aServerThatDroppedItsConnectionsIsReachedAgain() throws Exception {
        try (var fresh = TestDatabase.postgresql();
                var host = Fixture.open(fresh);
                var other = Fixture.open(fresh)) {
            execute(host.database(), "create table t (x int)");
            number(
                    other.database(),
                    "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                            + " where datname = current_database() and pid <> pg_backend_pid()");
            // What was in use may fail once.
            for (int i = 0; i < 2; i++) {
                try {
                    execute(host.database(), "insert into t values (1)");
                } catch (DatabaseException dropped) {
                    assertThat(dropped.kind()).isEqualTo(Kind.UNAVAILABLE);
                }
            }
            execute(host.database(), "insert into t values (1)");
            assertThat(number(other.database(), "select count(*) from t")).isPositive();
        }
    }

    @Test
    void aDeadlockEndsWithOneOfThemBusy() throws Exception {
        try (var fresh = TestDatabase.postgresql();
                var host = Fixture.open(fresh);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var database = host.database();
            execute(database, "create table t (id int primary key, x int)");
            execute(database, "insert into t values (1, 0), (2, 0)");
            var both = new CyclicBarrier(2);
            var all = new ArrayList<Future<?>>();
            for (int first = 1; first <= 2; first++) {
                int mine = first;
                all.add(threads.submit(() -> database.write(connection -> {
                    try (var statement = connection.createStatement()) {
                        statement.execute("update t set x = x + 1 where id = " + mine);
                        both.await();
                        statement.execute("update t set x = x + 1 where id = " + (3 - mine));
                        return null;
                    } catch (InterruptedException | BrokenBarrierException broken) {
                        throw new IllegalStateException(broken);
                    }
                })));
            }
            var failures = new ArrayList<Throwable>();
            for (var one : all) {
                try {
                    one.get();
                } catch (ExecutionException failed) {
                    failures.add(failed.getCause());
                }
            }
            assertThat(failures)
                    .singleElement()
                    .asInstanceOf(type(DatabaseException.class))
                    .extracting(DatabaseException::kind)
                    .isEqualTo(Kind.BUSY);
            assertThat(number(database, "select sum(x) from t")).isEqualTo(2);
        }
    }

    @Test
    void whoFindsNoFreeConnectionIsToldToComeBack() throws Exception {
        try (var fresh = TestDatabase.postgresql();
                var host = Fixture.open(fresh, Duration.ofMillis(500));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var database = host.database();
            var inside = new CyclicBarrier(5);
            var done = new CyclicBarrier(5);
            for (int i = 0; i < 4; i++) {
                threads.submit(() -> database.read(connection -> pass(inside) && pass(done)));
            }
            inside.await();
            assertThat(kind(() -> number(database, "select 1"))).isEqualTo(Kind.BUSY);
            done.await();
            assertThat(number(database, "select 1")).isEqualTo(1);
        }
    }

    private static boolean pass(CyclicBarrier barrier) {
        try {
            barrier.await();
            return true;
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Kind kind(Runnable action) {
        try {
            action.run();
        } catch (DatabaseException error) {
            return error.kind();
        }
        throw new AssertionError("it did not fail");
    }
}
