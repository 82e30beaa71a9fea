package org.wvwbuilder.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.wvwbuilder.data.Fixture.execute;
import static org.wvwbuilder.data.Fixture.number;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Database.DatabaseException;
import org.wvwbuilder.plugin.Database.DatabaseException.Kind;
import org.wvwbuilder.plugin.HealthCheck.Health;
import org.wvwbuilder.testing.Parts;
import org.wvwbuilder.testing.TestDatabase;

@Timeout(120)
class SqliteTests {

    @Test
    void theFileIsWrittenAheadAndSyncedAtEveryCommit() throws Exception {
        try (var fresh = TestDatabase.sqlite();
                var host = Fixture.open(fresh)) {
            var database = host.database();
            assertThat(database.<String>write(connection -> {
                        try (var statement = connection.createStatement();
                                var row = statement.executeQuery("select journal_mode || synchronous || foreign_keys"
                                        + " from pragma_journal_mode, pragma_synchronous, pragma_foreign_keys")) {
                            row.next();
                            return row.getString(1);
                        }
                    }))
                    .isEqualTo("wal21");
        }
    }

    @Test
    void aDataFolderThatIsMadeIsNotForOthersToRead(@TempDir Path folder) throws Exception {
        var data = folder.resolve("made/data");
        var config =
                new DatabaseConfig(Optional.empty(), Optional.empty(), Optional.empty(), 4, Duration.ofSeconds(10));
        DataHost.open(new DataConfig(data, 1), config, InstantSource.system()).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwxr-x---");
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 5000})
    void theNextUserOfAStatementInheritsNoValue(int length) throws Exception {
        try (var fresh = TestDatabase.sqlite();
                var host = Fixture.open(fresh)) {
            var database = host.database();
            execute(database, "create table t (a text, b text)");
            insert(database, "mine", "x".repeat(length));
            insert(database, "yours");
            assertThat(number(database, "select count(*) from t where a = 'yours' and b is null"))
                    .isOne();
            assertThat(number(database, "select length(b) from t where a = 'mine'"))
                    .isEqualTo(length);
        }
    }

    /** Sets the first parameters and no others. */
    private static void insert(Database database, String... values) {
        database.write(connection -> {
            try (var statement = connection.prepareStatement("insert into t values (?, ?)")) {
                for (int i = 0; i < values.length; i++) statement.setString(i + 1, values[i]);
                return statement.executeUpdate();
            }
        });
    }

    @Test
    void aCleanCloseLeavesOneFile() throws Exception {
        try (var fresh = TestDatabase.sqlite()) {
            try (var host = Fixture.open(fresh)) {
                execute(host.database(), "create table t (x int)");
            }
            try (var files = Files.list(fresh.directory())) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder("gw2_wvwbuilder.db", "migration.lock");
            }
        }
    }

    @Test
    void whileAnotherProcessWritesOursWaitsAndThenSaysBusy() throws Exception {
        try (var fresh = TestDatabase.sqlite();
                var host = Fixture.open(fresh, Duration.ofMillis(500));
                var shell = DriverManager.getConnection(
                        "jdbc:sqlite:" + fresh.directory().resolve("gw2_wvwbuilder.db"));
                var statement = shell.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            execute(host.database(), "create table t (x int)");
            statement.execute("begin immediate");
            fails(Kind.BUSY, () -> execute(host.database(), "insert into t values (1)"));
            assertThat(number(host.database(), "select count(*) from t")).isZero();

            var waiting = threads.submit(() -> execute(host.database(), "insert into t values (2)"));
            statement.execute("commit");
            waiting.get();
            assertThat(number(host.database(), "select x from t")).isEqualTo(2);
        }
    }

    @Test
    void writersBehindASlowOneAreToldToComeBackAndTheQueueGoesOn() throws Exception {
        try (var fresh = TestDatabase.sqlite();
                var host = Fixture.open(fresh, Duration.ofMillis(400));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var database = host.database();
            execute(database, "create table t (x int)");
            var inside = new CountDownLatch(1);
            var gate = new CountDownLatch(1);
            var slow = threads.submit(() -> database.write(connection -> {
                inside.countDown();
                return await(gate);
            }));
            inside.await();
            fails(Kind.BUSY, () -> execute(database, "insert into t values (1)"));
            gate.countDown();
            assertThat(slow.get()).isTrue();
            execute(database, "insert into t values (2)");
            assertThat(number(database, "select sum(x) from t")).isEqualTo(2);
        }
    }

    @Test
    void everyWriterGetsItsTurn() throws Exception {
        try (var fresh = TestDatabase.sqlite();
                var host = Fixture.open(fresh);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var database = host.database();
            execute(database, "create table t (writer int)");
            var all = new ArrayList<Future<?>>();
            var enough = new CountDownLatch(16 * 20);
            for (int i = 0; i < 16; i++) {
                String sql = "insert into t values (" + i + ")";
                all.add(threads.submit(() -> {
                    while (enough.getCount() > 0) {
                        execute(database, sql);
                        enough.countDown();
                    }
                }));
            }
            for (var one : all) one.get();
            assertThat(number(database, "select count(distinct writer) from t")).isEqualTo(16);
            assertThat(number(database, "select min(n) from (select count(*) as n from t group by writer)"))
                    .as("writes of the least lucky writer, where 20 would be fair")
                    .isGreaterThanOrEqualTo(10);
        }
    }

    /** Three writers in one transaction, of which the second fails: only its own work is undone. */
    @Test
    void aFailureAmongWritersThatCommitTogetherIsItsOwn() throws Exception {
        try (var fresh = TestDatabase.sqlite();
                var host = Fixture.open(fresh);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var database = host.database();
            execute(database, "create table t (x int unique)");
            for (int round = 0; round < 50; round++) {
                int base = round * 100;
                var all = new ArrayList<Future<Boolean>>();
                for (int i = 0; i < 20; i++) {
                    int x = base + i;
                    boolean good = i % 3 != 0;
                    all.add(threads.submit(() -> insert(database, x, good)));
                }
                for (int i = 0; i < 20; i++) assertThat(all.get(i).get()).isEqualTo(i % 3 != 0);
            }
            assertThat(number(database, "select count(*) from t")).isEqualTo(50 * 13);
        }
    }

    @Test
    void aFullDiskRefusesWritesReadsOnAndRecovers(@TempDir Path parent) throws Exception {
        Parts.program("mount", "apt-get install mount");
        var small = Files.createDirectory(parent.resolve("small"));
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", small.toString());
        Parts.need(mounted, "the right to mount a small tmpfs", "run the tests as root, with CAP_SYS_ADMIN");
        try (var host = Fixture.open(TestDatabase.sqlite(small))) {
            var database = host.database();
            execute(database, "create table t (x text)");
            execute(database, "insert into t values ('first')");
            var kept = new ArrayList<Integer>();
            // First in big pieces, then down to the last page.
            for (int size : new int[] {50_000, 1}) {
                fails(Kind.FULL, () -> {
                    for (int i = 0; i < 2_000; i++) {
                        execute(database, "insert into t values ('" + "x".repeat(size) + "')");
                        kept.add(i);
                    }
                });
            }
            assertThat(number(database, "select count(*) from t")).isEqualTo(1 + kept.size());
            assertThat(host.checks().get("database").check()).isInstanceOf(Health.Down.class);
            assertThat(host.checks().get("disk").check()).isNotInstanceOf(Health.Up.class);

            assertThat(run("mount", "-o", "remount,size=32m", small.toString())).isTrue();
            execute(database, "insert into t values ('again')");
            assertThat(number(database, "select count(*) from t")).isEqualTo(2 + kept.size());
            assertThat(number(database, "select count(*) from pragma_integrity_check where integrity_check = 'ok'"))
                    .isEqualTo(1);
        } finally {
            run("umount", small.toString());
        }
    }

    private static boolean insert(Database database, int x, boolean good) {
        try {
            database.write(connection -> {
                try (var statement = connection.prepareStatement("insert into t values (?)")) {
                    statement.setInt(1, x);
                    statement.executeUpdate();
                    if (!good) statement.executeUpdate();
                    return x;
                }
            });
            return true;
        } catch (DatabaseException error) {
            assertThat(error.kind()).isEqualTo(Kind.CONSTRAINT);
            return false;
        }
    }

    private static void fails(Kind kind, ThrowingCallable action) {
        assertThatThrownBy(action)
                .asInstanceOf(type(DatabaseException.class))
                .extracting(DatabaseException::kind)
                .isEqualTo(kind);
    }

    private static boolean await(CountDownLatch gate) {
        try {
            return gate.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    private static boolean run(String... command) throws Exception {
        return new ProcessBuilder(List.of(command)).inheritIO().start().waitFor() == 0;
    }
}
