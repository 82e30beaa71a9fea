package org.wvwbuilder.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.wvwbuilder.data.Fixture.execute;
import static org.wvwbuilder.data.Fixture.number;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.wvwbuilder.plugin.Database.DatabaseException;
import org.wvwbuilder.plugin.Database.DatabaseException.Kind;
import org.wvwbuilder.plugin.HealthCheck.Health;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class DatabaseTests {

    @OnBothEngines
    void whoComesAfterTheCloseIsToldSo(TestDatabase fresh) throws Exception {
        var host = Fixture.open(fresh);
        host.close();
        assertThatThrownBy(() -> execute(host.database(), "create table t (x int)"))
                .asInstanceOf(type(DatabaseException.class))
                .extracting(DatabaseException::kind)
                .isEqualTo(Kind.UNAVAILABLE);
        assertThatThrownBy(() -> number(host.database(), "select 1"))
                .asInstanceOf(type(DatabaseException.class))
                .extracting(DatabaseException::kind)
                .isEqualTo(Kind.UNAVAILABLE);
    }

    @OnBothEngines
    void aWriteIsSeenByTheNextReadAndAfterReopening(TestDatabase fresh) throws Exception {
        try (var host = Fixture.open(fresh)) {
            assertThat(host.database().engine()).isEqualTo(fresh.engine());
            execute(host.database(), "create table t (x int)");
            execute(host.database(), "insert into t values (7)");
            assertThat(number(host.database(), "select x from t")).isEqualTo(7);
        }
        try (var host = Fixture.open(fresh)) {
            assertThat(number(host.database(), "select x from t")).isEqualTo(7);
        }
    }

    @OnBothEngines
    void whateverWorkThrowsItChangesNothingAndTheNextWriteGoesThrough(TestDatabase fresh) throws Exception {
        try (var host = Fixture.open(fresh)) {
            var database = host.database();
            execute(database, "create table t (x int)");
            assertThatThrownBy(() -> database.write(connection -> {
                        insert(connection, 1);
                        throw new IllegalArgumentException("on purpose");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> database.write(connection -> {
                        insert(connection, 2);
                        throw new StackOverflowError();
                    }))
                    .isInstanceOf(StackOverflowError.class);
            execute(database, "insert into t values (3)");

            assertThat(number(database, "select sum(x) from t")).isEqualTo(3);
        }
    }

    @OnBothEngines
    void aReadSeesOneMomentWhateverIsWrittenMeanwhile(TestDatabase fresh) throws Exception {
        try (var host = Fixture.open(fresh);
                var others = Executors.newVirtualThreadPerTaskExecutor()) {
            var database = host.database();
            execute(database, "create table t (x int)");
            execute(database, "insert into t values (1)");
            database.read(connection -> {
                assertThat(count(connection)).isEqualTo(1);
                finish(others.submit(() -> execute(database, "insert into t values (2)")));
                assertThat(count(connection)).isEqualTo(1);
                return null;
            });
            assertThat(number(database, "select count(*) from t")).isEqualTo(2);
        }
    }

    @OnBothEngines
    void anOpenResultOfOneReadDoesNotHoldTheNextInThePast(TestDatabase fresh) throws Exception {
        try (var host = Fixture.open(fresh)) {
            var database = host.database();
            execute(database, "create table t (x int)");
            execute(database, "insert into t values (1), (2), (3)");
            for (int i = 0; i < 10; i++) {
                int before = i;
                database.read(connection -> {
                    var row = connection.createStatement().executeQuery("select x from t order by x");
                    assertThat(row.next()).isTrue();
                    return null;
                });
                execute(database, "insert into t values (4)");
                assertThat(number(database, "select count(*) from t")).isEqualTo(before + 4);
            }
        }
    }

    @OnBothEngines
    void aReadCannotWrite(TestDatabase fresh) throws Exception {
        try (var host = Fixture.open(fresh)) {
            execute(host.database(), "create table t (x int)");
            assertThatThrownBy(() -> host.database().read(connection -> insert(connection, 1)))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageMatching("(?i).*read-?only.*");
            assertThat(number(host.database(), "select count(*) from t")).isZero();
        }
    }

    @OnBothEngines
    void aTransactionWithinATransactionIsRefused(TestDatabase fresh) throws Exception {
        try (var host = Fixture.open(fresh)) {
            var database = host.database();
            assertThatThrownBy(() -> database.write(outer -> database.write(inner -> 1)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("within another");
            assertThatThrownBy(() -> database.read(outer -> database.write(inner -> 1)))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(database.<Integer>write(connection -> 1)).isEqualTo(1);
        }
    }

    @OnBothEngines
    void theTransactionAndTheConnectionStayTheServers(TestDatabase fresh) throws Exception {
        try (var host = Fixture.open(fresh)) {
            var kept = new AtomicReference<Connection>();
            host.database().write(connection -> {
                kept.set(connection);
                assertThatThrownBy(connection::commit).hasMessageContaining("return from the work");
                assertThatThrownBy(connection::rollback).hasMessageContaining("throw to roll back");
                assertThatThrownBy(connection::close).hasMessageContaining("the server's");
                return null;
            });
            assertThatThrownBy(() -> kept.get().createStatement()).hasMessageContaining("after its work ended");
        }
    }

    @OnBothEngines
    void aBrokenConstraintIsTheCallersFault(TestDatabase fresh) throws Exception {
        try (var host = Fixture.open(fresh)) {
            var database = host.database();
            execute(database, "create table p (x int primary key, y int check (y > 0))");
            execute(database, "create table c (x int references p (x))");
            execute(database, "insert into p values (1, 1)");
            for (var sql : new String[] {
                "insert into p values (1, 1)", "insert into p values (2, 0)", "insert into c values (9)"
            }) {
                assertThatThrownBy(() -> execute(database, sql))
                        .asInstanceOf(type(DatabaseException.class))
                        .extracting(DatabaseException::kind)
                        .isEqualTo(Kind.CONSTRAINT);
            }
            assertThatThrownBy(() -> execute(database, "no sql at all"))
                    .asInstanceOf(type(DatabaseException.class))
                    .extracting(DatabaseException::kind)
                    .isEqualTo(Kind.DEFECT);
        }
    }

    @OnBothEngines
    void manyWritersAndReadersAtOnceLoseNothing(TestDatabase fresh) throws Exception {
        try (var host = Fixture.open(fresh);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var database = host.database();
            execute(database, "create table t (x int)");
            execute(database, "insert into t values (0)");
            var start = new CountDownLatch(1);
            var all = new ArrayList<Future<?>>();
            for (int i = 0; i < 64; i++) {
                boolean writes = i % 4 == 0;
                all.add(threads.submit(() -> {
                    start.await();
                    for (int n = 0; n < 50; n++) {
                        if (writes) execute(database, "update t set x = x + 1");
                        else assertThat(number(database, "select x from t")).isNotNegative();
                    }
                    return null;
                }));
            }
            start.countDown();
            for (var one : all) one.get();

            assertThat(number(database, "select x from t")).isEqualTo(16 * 50);
        }
    }

    @OnBothEngines
    void theHealthCheckIsUpAndDownOnceTheDatabaseIsGone(TestDatabase fresh) throws Exception {
        var host = Fixture.open(fresh);
        try (host) {
            assertThat(host.checks()).containsKeys("database", "disk");
            for (var check : host.checks().values()) assertThat(check.check()).isInstanceOf(Health.Up.class);
            execute(host.database(), "drop table data_pulse");
            assertThat(host.checks().get("database").check()).isInstanceOf(Health.Down.class);
        }
    }

    private static int insert(Connection connection, int x) throws SQLException {
        try (var statement = connection.prepareStatement("insert into t values (?)")) {
            statement.setInt(1, x);
            return statement.executeUpdate();
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from t")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void finish(Future<?> other) {
        try {
            other.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
