package org.wvwbuilder.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.plugin.Database;

class EnginesTests {

    @OnBothEngines
    void everyTestGetsAnEmptyFolder(TestDatabase database) {
        assertThat(database.directory()).isEmptyDirectory();
    }

    /** Only the mutants leave one out. */
    @Test
    void everyTestHasItsTurnOnBothEngines() {
        var engines = new Engines().provideArguments(null, null).map(arguments -> {
            try (var database = (TestDatabase) arguments.get()[0]) {
                return database.engine();
            }
        });
        assertThat(engines).containsExactly(Database.Engine.SQLITE, Database.Engine.POSTGRESQL);
    }

    @Test
    void everyTestGetsAnEmptyPostgresDatabaseThatIsGoneAfterwards() throws Exception {
        try (var one = TestDatabase.postgresql();
                var other = TestDatabase.postgresql()) {
            execute(one, "create table only_here (x int)");
            assertThatThrownBy(() -> execute(other, "select * from only_here")).hasMessageContaining("only_here");
            one.close();
            assertThatThrownBy(() -> execute(one, "select 1")).hasMessageContaining("does not exist");
            assertThat(one.directory()).doesNotExist();
        }
    }

    @Test
    void aServerOfItsOwnStopsWhenClosed() {
        var server = Postgres.another();
        server.close();
        assertThatThrownBy(() -> DriverManager.getConnection(server.url("postgres"), server.user(), server.password()))
                .hasMessageContaining("refused");
    }

    @Test
    void theServerFromMavenCentralStartsWhereNoneIsInstalled() throws Exception {
        try (var server = EmbeddedPostgresServer.start();
                var connection =
                        DriverManager.getConnection(server.url("postgres"), server.user(), server.password())) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void waitingEndsWithAFailureThatSaysForWhat() {
        assertThatThrownBy(() -> Await.until("pigs fly", Duration.ofMillis(20), () -> false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("pigs fly");
        assertThat(Await.value("a value", () -> Optional.of(7))).isEqualTo(7);
    }

    @Test
    void aProgramOfTheSystemIsFound() {
        assertThat(Parts.program("sh", "apt-get install dash")).satisfies(Files::isExecutable);
    }

    private static void execute(TestDatabase database, String sql) throws Exception {
        try (var connection = DriverManager.getConnection(
                        database.url().orElseThrow(),
                        database.user().orElseThrow(),
                        database.password().orElseThrow());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
