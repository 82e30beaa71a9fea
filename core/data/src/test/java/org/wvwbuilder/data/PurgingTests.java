package org.wvwbuilder.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wvwbuilder.data.Fixture.execute;
import static org.wvwbuilder.data.Fixture.number;
import static org.wvwbuilder.data.Fixture.owner;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.wvwbuilder.kernel.Fault;
import org.wvwbuilder.kernel.Installed;
import org.wvwbuilder.kernel.TableOwner;
import org.wvwbuilder.plugin.Database.Engine;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

/** What a plugin left that is gone is told from what others have, and goes whole or not at all. */
class PurgingTests {
    private static final String TABLES = "create table %1$s_one (id integer primary key, two integer);"
            + " create table %1$s_two (id integer primary key, one integer references %1$s_one (id));"
            + " create view %1$s_names as select id from %1$s_one;"
            + " insert into %1$s_one (id) values (1), (2)";

    private static TableOwner plugin(String id) {
        return owner(id, Map.of("V1__made.sql", TABLES.formatted(id.replace('-', '_'))));
    }

    /** @param plugins those that are there */
    private record There(List<TableOwner> plugins) implements Installed {
        static There are(TableOwner... plugins) {
            return new There(List.of(plugins));
        }

        @Override
        public SortedSet<String> taken() {
            var ids = new TreeSet<>(List.of("data", "jobs"));
            plugins.forEach(plugin -> ids.add(plugin.id()));
            return ids;
        }

        @Override
        public void requireGone(String id) throws Fault {
            if (taken().contains(id)) throw new Fault(id + " is there.", "It stays.");
        }

        @Override
        public List<TableOwner> namesakes(String id) {
            return plugins.stream()
                    .filter(plugin -> id.startsWith(plugin.id() + "-"))
                    .toList();
        }
    }

    private static List<String> left(DataHost host, Installed there, String id) throws Fault {
        return host.leavings(there).of(id).stream()
                .map(left -> left.kind() + " " + left.name() + " " + left.rows())
                .toList();
    }

    @OnBothEngines
    void onlyWhatIsCalledLikeItGoes(TestDatabase database) throws Exception {
        try (var host = Fixture.open(database)) {
            for (var id : List.of("feed", "feed-list", "feeder")) host.migrate(plugin(id));
            // Of one that left no record, but tables: their names tell whose they are all the same.
            execute(host.database(), "create table feed_list_more (x int)");
            var there = There.are(plugin("feeder"));
            assertThat(host.leavings(there).all()).containsOnlyKeys("feed", "feed-list");
            // Flyway notes the beginning, too, where the database was not empty.
            assertThat(left(host, there, "feed"))
                    .containsExactlyInAnyOrder(
                            "view feed_names 0", "table feed_one 2", "table feed_two 0", "table feed_schema_history 2");
            host.purge("feed", there);
            assertThat(host.leavings(there).all()).containsOnlyKeys("feed-list");
            assertThat(number(host.database(), "select count(*) from feeder_names"))
                    .isEqualTo(2);
            assertThat(left(host, there, "feed-list")).hasSize(5).contains("table feed_list_more 0");
            // From the beginning, if it comes again.
            host.migrate(plugin("feed"));
            assertThat(number(host.database(), "select count(*) from feed_one")).isEqualTo(2);
            assertThatThrownBy(() -> host.purge("feeder", there)).hasMessage("feeder is there.");
        }
    }

    @OnBothEngines
    void aTableOfOneThatStaysIsNotTakenForOneOfAnotherWhoseNameBeginsLikeIts(TestDatabase database) throws Exception {
        try (var host = Fixture.open(database)) {
            var kill = owner("kill", Map.of("V1__made.sql", "create table Kill_Feed_list (x int)"));
            host.migrate(kill);
            host.migrate(plugin("kill-feed"));
            var there = There.are(kill);
            assertThat(left(host, there, "kill-feed")).hasSize(4).noneMatch(name -> name.contains("list"));
            host.purge("kill-feed", there);
            assertThat(number(host.database(), "select count(*) from kill_feed_list"))
                    .isZero();
            // With kill gone as well nobody can say whose it is, and its name does.
            host.purge("kill-feed", There.are());
            assertThatThrownBy(() -> number(host.database(), "select count(*) from kill_feed_list"))
                    .isInstanceOf(RuntimeException.class);
        }
    }

    @OnBothEngines
    void whatSomebodyElseBuiltOnStays(TestDatabase database) throws Exception {
        try (var host = Fixture.open(database)) {
            host.migrate(plugin("feed"));
            execute(host.database(), "create table other_rows (feed integer references feed_one (id))");
            assertThatThrownBy(() -> host.purge("feed", There.are())).isInstanceOfSatisfying(Fault.class, fault -> {
                assertThat(fault).hasMessageContaining("other_rows");
                assertThat(fault.remedy()).contains("purge the plugin that it belongs to first");
            });
            assertThat(left(host, There.are(), "feed")).hasSize(4);
            execute(host.database(), "drop table other_rows");
            host.purge("feed", There.are());
            assertThat(left(host, There.are(), "feed")).isEmpty();
        }
    }

    @OnBothEngines
    void whatOnlyOneOfTheEnginesKnowsGoesAsWell(TestDatabase database) throws Exception {
        try (var host = Fixture.open(database)) {
            var sqlite = database.engine() == Engine.SQLITE;
            host.migrate(owner("feed", Map.of("V1__made.sql", sqlite ? """
                    create virtual table feed_words using fts5 (word);
                    insert into feed_words (word) values ('zerg');
                    """ : """
                    create type feed_side as enum ('red', 'blue');
                    create sequence feed_numbers;
                    create table feed_kills (id bigserial primary key, side feed_side,
                        number bigint default nextval('feed_numbers')) partition by range (id);
                    create table feed_kills_first partition of feed_kills for values from (0) to (10);
                    insert into feed_kills (side) values ('red');
                    create view feed_names as select side from feed_kills;
                    create materialized view feed_sums as select count(*) as n from feed_names;
                    create function feed_count() returns bigint language sql as 'select count(*) from feed_kills';
                    create function feed_of(row_of feed_kills) returns bigint language sql as 'select 1::bigint';
                    """)));
            assertThat(left(host, There.are(), "feed")).contains(sqlite ? "table feed_words 1" : "table feed_kills 1");
            host.purge("feed", There.are());
            assertThat(left(host, There.are(), "feed")).isEmpty();
            assertThat(number(
                            host.database(),
                            sqlite
                                    ? "select count(*) from sqlite_master where name like 'feed%'"
                                    : "select (select count(*) from pg_class where relname like 'feed%')"
                                            + " + (select count(*) from pg_type where typname like 'feed%')"
                                            + " + (select count(*) from pg_proc where proname like 'feed%')"))
                    .isZero();
        }
    }
}
