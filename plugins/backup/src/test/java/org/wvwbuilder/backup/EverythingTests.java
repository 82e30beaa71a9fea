package org.wvwbuilder.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wvwbuilder.plugin.Database.Engine;
import org.wvwbuilder.plugin.DatabaseCopies.Restored.Outcome;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

/** A restore over a database in use, whatever plugins made in it. */
class EverythingTests {
    /** What a third-party plugin may make, in an order that cannot be dropped from the front. */
    private static final String[] RICH = {
        "create type bank_kind as enum ('gold', 'karma')",
        "create domain bank_amount as bigint check (value >= 0)",
        "create type bank_pair as (kind bank_kind, amount bank_amount)",
        "create sequence bank_numbers",
        "create table bank_rich (id bigint generated always as identity primary key, old serial, number bigint not null"
                + " default nextval('bank_numbers'), kind bank_kind not null, amount bank_amount, pair bank_pair)",
        "create function bank_sum() returns bigint language sql as 'select sum(amount)::bigint from bank_rich'",
        "create function bank_first(bank_pair, text default '') returns bank_kind language sql as 'select $1.kind'",
        "create aggregate bank_total(bigint) (sfunc = int8pl, stype = bigint, initcond = '0')",
        "create procedure bank_clear() language sql as 'delete from bank_rich'",
        "create view bank_view as select kind, sum(amount) as amount from bank_rich group by kind",
        "create materialized view bank_kept as select * from bank_view",
        "create function bank_touch() returns trigger language plpgsql as 'begin new.amount := new.amount; return new; end'",
        "create trigger bank_touched before update on bank_rich for each row execute function bank_touch()",
        "create text search configuration bank_words (copy = simple)",
        "create collation bank_order from \"C\"",
    };

    @TempDir
    Path folder;

    @OnBothEngines
    void whatAllShippedPluginsMakeComesBack(TestDatabase place) throws Exception {
        try (var world = new World(place, folder).withAccounts(50, 100)) {
            for (var owner : Shipped.all()) world.migrate(owner);
            if (place.engine() == Engine.POSTGRESQL) enrich(world);
            var id = world.backUp();
            world.execute("update bank_accounts set balance = 7");
            world.shut();
            var restored = world.restore(world.backups.shelf().archive(id));
            assertThat(restored.outcome()).as(restored.detail()).isEqualTo(Outcome.DONE);
            assertThat(world.number("select sum(balance) from bank_accounts")).isEqualTo(5_000);
            if (place.engine() == Engine.POSTGRESQL) {
                assertThat(world.number("select bank_sum()")).isEqualTo(30);
                assertThat(world.number("select last_value from bank_numbers")).isEqualTo(2);
                assertThat(world.number("select last_value from builds_search_rows"))
                        .isEqualTo(41);
            }
            // And once more, back to what there was in between.
            world.shut();
            var back = world.restore(restored.safetyCopy().orElseThrow());
            assertThat(back.outcome()).as(back.detail()).isEqualTo(Outcome.DONE);
            assertThat(world.number("select sum(balance) from bank_accounts")).isEqualTo(350);
        }
    }

    private static void enrich(World world) throws Exception {
        for (var sql : RICH) world.execute(sql);
        world.execute("insert into bank_rich (kind, amount) values ('gold', 10), ('karma', 20)");
        world.execute("select setval('builds_search_rows', 41)");
    }

    /** The schema was made by an administrator, and what lies in another one belongs to somebody else. */
    @Test
    void aSchemaOfItsOwnIsReplacedAndNothingBesideIt() throws Exception {
        try (var place = TestDatabase.postgresql()) {
            try (var connection = DriverManager.getConnection(
                            place.url().orElseThrow(),
                            place.user().orElseThrow(),
                            place.password().orElseThrow());
                    var statement = connection.createStatement()) {
                statement.execute("create schema \"Guild's\"");
                statement.execute("create table theirs (x int)");
            }
            var url = place.url().orElseThrow();
            var own = new TestDatabase(
                    place.engine(),
                    place.directory(),
                    Optional.of(url + (url.contains("?") ? "&" : "?") + "currentSchema=%22Guild's%22"),
                    place.user(),
                    place.password());
            try (var world = new World(own, folder).withAccounts(50, 100)) {
                var id = world.backUp();
                world.execute("update bank_accounts set balance = 7");
                world.execute("insert into public.theirs values (1)");
                world.shut();
                var restored = world.restore(world.backups.shelf().archive(id));
                assertThat(restored.outcome()).as(restored.detail()).isEqualTo(Outcome.DONE);
                assertThat(world.number("select sum(balance) from bank_accounts"))
                        .isEqualTo(5_000);
                assertThat(world.number("select count(*) from public.theirs")).isEqualTo(1);
            }
        }
    }
}
