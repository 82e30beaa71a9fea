package org.wvwbuilder.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.HealthCheck.Health;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class UpkeepTests {
    private static final int PAGE = 4096;

    @OnBothEngines
    void whatIsKnownOfTheDatabaseIsTold(TestDatabase fresh) throws Exception {
        try (var data = Fixture.open(fresh)) {
            data.migrate(Fixture.owner("builds", Map.of("V3__t.sql", "create table builds_t (id integer)")));
            var facts = data.facts();
            assertThat(facts.engine()).isIn("SQLite", "PostgreSQL");
            assertThat(facts.version()).matches("[0-9]+\\.[0-9.]+");
            assertThat(facts.bytes()).isGreaterThan(10_000);
            assertThat(facts.schema()).containsEntry("builds", 3).containsEntry("data", 2);
            var upkeep = data.jobs().stream().map(Contribution.Job::name).toList();
            assertThat(upkeep)
                    .isEqualTo(
                            facts.engine().equals("SQLite")
                                    ? List.of("integrity-check", "optimize", "vacuum")
                                    : List.of());
        }
    }

    @Test
    void freeRoomIsGivenBackAndWritersGetInBetween() throws Exception {
        try (var fresh = TestDatabase.sqlite();
                var data = Fixture.open(fresh)) {
            fill(data, 8_000);
            Fixture.execute(data.database(), "delete from builds_t where id > 10");
            long before = Fixture.number(data.database(), "pragma page_count");
            var written = new CountDownLatch(20);
            var writer = Thread.ofPlatform().start(() -> {
                for (int i = 0; i < 20; i++) {
                    Fixture.execute(data.database(), "update builds_t set text = 'again' where id = 1");
                    written.countDown();
                }
            });
            assertThat(run(data, "vacuum")).startsWith("gave ").doesNotStartWith("gave 0 ");
            writer.join();
            assertThat(written.getCount()).isZero();
            assertThat(Fixture.number(data.database(), "pragma page_count")).isLessThan(before / 10);
            assertThat(Fixture.number(data.database(), "pragma freelist_count")).isZero();
            assertThat(Fixture.number(data.database(), "select count(*) from builds_t"))
                    .isEqualTo(10);
            assertThat(run(data, "vacuum")).startsWith("gave 0 KiB back");
            assertThat(run(data, "optimize")).startsWith("done");
        }
    }

    @Test
    void aFileMadeBeforeThisReleaseCanGiveRoomBackAfterItsFirstVacuum() throws Exception {
        try (var fresh = TestDatabase.sqlite()) {
            try (var old = DriverManager.getConnection("jdbc:sqlite:" + file(fresh));
                    var statement = old.createStatement()) {
                statement.execute("pragma journal_mode = wal");
                statement.execute("create table builds_before (id integer)");
                statement.execute("insert into builds_before values (7)");
            }
            try (var data = Fixture.open(fresh)) {
                assertThat(Fixture.number(data.database(), "pragma auto_vacuum"))
                        .isZero();
                run(data, "vacuum");
                assertThat(Fixture.number(data.database(), "pragma auto_vacuum"))
                        .isEqualTo(2);
                assertThat(Fixture.number(data.database(), "select id from builds_before"))
                        .isEqualTo(7);
                Fixture.execute(data.database(), "insert into builds_before values (8)");
            }
        }
    }

    @Test
    void aDamagedPageIsFoundBesideTheServerAndStaysKnownOverARestart() throws Exception {
        try (var fresh = TestDatabase.sqlite()) {
            try (var data = Fixture.open(fresh)) {
                fill(data, 2_000);
                assertThat(run(data, "integrity-check")).startsWith("sound");
                assertThat(data.checks().get("integrity").check()).isInstanceOf(Health.Up.class);
            }
            damage(file(fresh));
            assertThat(Inspection.of(file(fresh), false)).isNotEmpty();
            try (var data = Fixture.open(fresh)) {
                assertThat(data.checks().get("integrity").check())
                        .as("not looked yet")
                        .isInstanceOf(Health.Up.class);
                assertThatThrownBy(() -> run(data, "integrity-check"))
                        .hasMessageMatching("(?s).*(malformed|[Tt]ree|faults).*");
                assertThat(data.checks().get("integrity").check()).isInstanceOf(Health.Down.class);
                assertThat(Inspection.of(file(fresh), true)).isNotEmpty();
            }
            try (var data = Fixture.open(fresh)) {
                var health = data.checks().get("integrity").check();
                assertThat(health).isInstanceOf(Health.Down.class);
                assertThat(((Health.Down) health).why()).contains("gw2 restore");
            }
        }
    }

    @Test
    void aRowThatRefersToNothingIsFoundAndNothingIsMadeBesideTheFile() throws Exception {
        try (var fresh = TestDatabase.sqlite()) {
            try (var broken = DriverManager.getConnection("jdbc:sqlite:" + file(fresh));
                    var statement = broken.createStatement()) {
                statement.execute("pragma journal_mode = wal");
                statement.execute("create table a (id integer primary key)");
                statement.execute("create table b (a integer references a (id))");
                statement.execute("insert into b values (5)");
            }
            assertThat(Inspection.of(file(fresh), false))
                    .containsExactly("row 1 of table b refers to a row of table a that does not exist");
            try (var files = Files.list(fresh.directory())) {
                assertThat(files).containsExactly(file(fresh));
            }
            var text = Files.writeString(fresh.directory().resolve("text.db"), "this is no database".repeat(100));
            assertThat(Inspection.of(text, false)).singleElement().asString().contains("not a database");
        }
    }

    private static void fill(DataHost data, int rows) throws Exception {
        data.migrate(Fixture.owner(
                "builds", Map.of("V1__t.sql", "create table builds_t (id integer primary key, text text)")));
        data.database().write(connection -> {
            try (var statement = connection.prepareStatement("insert into builds_t values (?, ?)")) {
                for (int i = 1; i <= rows; i++) {
                    statement.setInt(1, i);
                    statement.setString(2, "x".repeat(1_000));
                    statement.executeUpdate();
                }
                return rows;
            }
        });
    }

    /** Overwrites a page in the middle of the table. */
    private static void damage(Path file) throws Exception {
        try (var raw = new RandomAccessFile(file.toFile(), "rw")) {
            raw.seek(raw.length() / PAGE / 2 * PAGE);
            raw.write("damage".repeat(PAGE / 6).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
    }

    private static Path file(TestDatabase database) {
        return database.directory().resolve(DataHost.SQLITE_FILE);
    }

    private static String run(DataHost data, String name) throws Exception {
        return data.jobs().stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow()
                .task()
                .run();
    }
}
