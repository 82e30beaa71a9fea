package org.wvwbuilder.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.wvwbuilder.data.Fixture.execute;
import static org.wvwbuilder.data.Fixture.number;
import static org.wvwbuilder.data.Fixture.owner;

import java.nio.file.Files;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.plugin.Database.Engine;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class MigrationsTests {
    private static final String ONE = "create table kill_feed_kill (id int primary key, at bigint);\n";
    private static final String TWO = "alter table kill_feed_kill add column place text;\n";

    @OnBothEngines
    void scriptsRunOnceInOrderAndAgainDoNothing(TestDatabase fresh) throws Exception {
        var owner = owner(
                "kill-feed",
                Map.of(
                        "V1__one.sql",
                        ONE,
                        "V2__two.sql",
                        TWO,
                        "V10__ten.sql",
                        "insert into" + " kill_feed_kill (id, place) values (1, 'keep')"));
        for (int start = 0; start < 2; start++) {
            try (var host = Fixture.open(fresh)) {
                host.migrate(owner);
                host.migrate(owner);
                assertThat(number(host.database(), "select count(*) from kill_feed_kill where place = 'keep'"))
                        .isEqualTo(1);
            }
        }
    }

    @OnBothEngines
    void theEnginesFolderJoinsTheCommonOne(TestDatabase fresh) throws Exception {
        try (var host = Fixture.open(fresh)) {
            host.migrate(owner(
                    "kill-feed",
                    Map.of(
                            "V1__one.sql", ONE,
                            "sqlite/V2__two.sql", "insert into kill_feed_kill values (1, 0)",
                            "postgresql/V2__two.sql", "insert into kill_feed_kill values (2, 0)")));
            assertThat(number(host.database(), "select id from kill_feed_kill"))
                    .isEqualTo(fresh.engine() == Engine.SQLITE ? 1 : 2);
        }
    }

    @OnBothEngines
    void anUpgradeKeepsTheDataAndOnSqliteACopyFromBefore(TestDatabase fresh) throws Exception {
        try (var host = Fixture.open(fresh)) {
            host.migrate(owner("kill-feed", Map.of("V1__one.sql", ONE)));
            execute(host.database(), "insert into kill_feed_kill values (5, 6)");
            host.migrate(owner("kill-feed", Map.of("V1__one.sql", ONE, "V2__two.sql", TWO)));
            execute(host.database(), "update kill_feed_kill set place = 'hills'");
            assertThat(number(host.database(), "select at from kill_feed_kill where place = 'hills'"))
                    .isEqualTo(6);
        }
        if (fresh.engine() == Engine.POSTGRESQL) return;
        var copy = fresh.directory().resolve("before-kill-feed-V2.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
                var row = connection.createStatement().executeQuery("select * from kill_feed_kill")) {
            assertThat(row.getMetaData().getColumnCount()).isEqualTo(2);
            assertThat(row.getInt("id")).isEqualTo(5);
        }
    }

    @OnBothEngines
    void onlyTheNewestCopiesAreKept(TestDatabase fresh) throws Exception {
        if (fresh.engine() == Engine.POSTGRESQL) return;
        try (var host = Fixture.open(fresh)) {
            var scripts = new java.util.HashMap<String, String>(Map.of("V1__one.sql", ONE));
            host.migrate(owner("kill-feed", scripts));
            for (int version = 2; version < 8; version++) {
                scripts.put("V" + version + "__more.sql", "create table kill_feed_" + version + " (x int)");
                host.migrate(owner("kill-feed", scripts));
            }
        }
        try (var files = Files.list(fresh.directory())) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("before-")))
                    .containsExactlyInAnyOrder(
                            "before-kill-feed-V5.db", "before-kill-feed-V6.db", "before-kill-feed-V7.db");
        }
    }

    @OnBothEngines
    void tablesOfANewerReleaseAreRefusedWithARemedy(TestDatabase fresh) throws Exception {
        try (var host = Fixture.open(fresh)) {
            host.migrate(owner("kill-feed", Map.of("V1__one.sql", ONE, "V2__two.sql", TWO)));
            refused(host, "kill-feed", Map.of("V1__one.sql", ONE))
                    .hasMessageContaining("at version 2")
                    .hasMessageContaining("up to version 1")
                    .asInstanceOf(type(Fault.class))
                    .extracting(Fault::remedy)
                    .asString()
                    .contains("install the newer kill-feed again");
        }
    }

    @OnBothEngines
    void aScriptChangedAfterItRanIsRefused(TestDatabase fresh) throws Exception {
        try (var host = Fixture.open(fresh)) {
            host.migrate(owner("kill-feed", Map.of("V1__one.sql", ONE)));
            refused(host, "kill-feed", Map.of("V1__one.sql", ONE + "-- changed"))
                    .hasMessageContaining("V1__one.sql");
            refused(host, "kill-feed", Map.of("V2__two.sql", TWO)).hasMessageContaining("version 1 is missing");
            // Line ends are no change.
            host.migrate(owner("kill-feed", Map.of("V1__one.sql", ONE.replace("\n", "\r\n"))));
        }
    }

    @OnBothEngines
    void aFailingScriptLeavesNothingOfTheWholeUpgrade(TestDatabase fresh) throws Exception {
        try (var host = Fixture.open(fresh)) {
            host.migrate(owner("kill-feed", Map.of("V1__one.sql", ONE)));
            execute(host.database(), "insert into kill_feed_kill values (5, 6)");
            refused(
                            host,
                            "kill-feed",
                            Map.of(
                                    "V1__one.sql",
                                    ONE,
                                    "V2__two.sql",
                                    TWO + "delete from kill_feed_kill;",
                                    "V3__bad.sql",
                                    "create table kill_feed_half (x int); insert into nowhere values (1)"))
                    .hasMessageContaining("nowhere");
            assertThat(number(host.database(), "select at from kill_feed_kill")).isEqualTo(6);
            assertThatThrownBy(() -> number(host.database(), "select place from kill_feed_kill"));
            assertThatThrownBy(() -> number(host.database(), "select * from kill_feed_half"));
            host.migrate(owner("kill-feed", Map.of("V1__one.sql", ONE, "V2__two.sql", TWO)));
        }
    }

    @OnBothEngines
    void aStatementThatFailsIsToldWithItsScriptItsLineAndWhatTheDatabaseSays(TestDatabase fresh) throws Exception {
        var bad = ONE + "\n-- the second\ncreate tabel kill_feed_more (\n  x int\n);\n";
        try (var host = Fixture.open(fresh)) {
            refused(host, "kill-feed", Map.of("V1__one.sql", bad))
                    .hasMessageContaining("nothing was changed: V1__one.sql, line 4: ")
                    .message()
                    .containsPattern("line 4: .*syntax error.*")
                    .containsIgnoringCase("tabel")
                    .doesNotContain("missing database", "\n");
        }
    }

    @OnBothEngines
    void onlyWhereOneWasBeforeTheEarlierReleaseIsTheRemedy(TestDatabase fresh) throws Exception {
        try (var host = Fixture.open(fresh)) {
            for (var wrong : List.of("create tabel x (x int)", "create table kills (x int)")) {
                refused(host, "kill-feed", Map.of("V1__one.sql", wrong))
                        .asInstanceOf(type(Fault.class))
                        .extracting(Fault::remedy)
                        .asString()
                        .contains("its author must mend that script")
                        .doesNotContain("here before");
            }
            host.migrate(owner("kill-feed", Map.of("V1__one.sql", ONE)));
            refused(host, "kill-feed", Map.of("V1__one.sql", ONE, "V2__two.sql", "create table kills (x int)"))
                    .hasMessageContaining("V2__two.sql makes table kills")
                    .asInstanceOf(type(Fault.class))
                    .extracting(Fault::remedy)
                    .asString()
                    .contains("install the release of kill-feed that was here before");
        }
    }

    @OnBothEngines
    void aTableWithoutTheOwnersPrefixIsRefusedAndGone(TestDatabase fresh) throws Exception {
        try (var host = Fixture.open(fresh)) {
            refused(host, "kill-feed", Map.of("V1__one.sql", ONE + "create table kills (x int);"))
                    .hasMessageContaining("kills")
                    .hasMessageContaining("kill_feed_");
            assertThatThrownBy(() -> number(host.database(), "select * from kills"));
            assertThatThrownBy(() -> number(host.database(), "select * from kill_feed_kill"));
            refused(host, "kill-feed", Map.of("V1__one.sql", "drop table data_pulse"))
                    .hasMessageContaining("data_pulse");
            assertThat(number(host.database(), "select count(*) from data_pulse"))
                    .isZero();
        }
    }

    @OnBothEngines
    void theServersTablesAreNoPlugins(TestDatabase fresh) throws Exception {
        try (var host = Fixture.open(fresh)) {
            refused(host, "data", Map.of("V2__more.sql", "create table data_more (x int)"))
                    .hasMessageContaining("the server's");
            refused(host, "jobs", Map.of("V1__more.sql", "create table jobs_more (x int)"));
        }
    }

    @OnBothEngines
    void whatCannotBeRolledBackIsRefused(TestDatabase fresh) throws Exception {
        try (var host = Fixture.open(fresh)) {
            refused(host, "kill-feed", Map.of("V1__one.sql", ONE, "V1__one.sql.conf", "executeInTransaction=false"))
                    .hasMessageContaining("V1__one.sql.conf");
            refused(host, "kill-feed", Map.of("R__again.sql", ONE)).hasMessageContaining("R__again.sql");
            refused(host, "kill-feed", Map.of("V1__one.sql", "vacuum"));
            refused(host, "kill-feed", Map.of("V1__one.sql", ONE, "V2__two.sql", "vacuum"));
            refused(host, "kill-feed", Map.of("V1__one.sql", ONE + "vacuum"));
            assertThatThrownBy(() -> number(host.database(), "select * from kill_feed_kill"));
        }
    }

    @OnBothEngines
    void aScriptThatLeavesAnOrphanIsRefused(TestDatabase fresh) throws Exception {
        try (var host = Fixture.open(fresh)) {
            refused(
                    host,
                    "kill-feed",
                    Map.of(
                            "V1__one.sql",
                            ONE + "create table kill_feed_c (k int references kill_feed_kill (id));"
                                    + "insert into kill_feed_c values (99);"));
            assertThatThrownBy(() -> number(host.database(), "select * from kill_feed_c"));
        }
    }

    private static AbstractThrowableAssert<?, ?> refused(DataHost host, String id, Map<String, String> scripts) {
        return assertThatThrownBy(() -> host.migrate(owner(id, scripts))).isInstanceOf(Fault.class);
    }
}
