package org.wvwbuilder.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Timeout;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;
import org.wvwbuilder.webhooks.store.Delivery;
import org.wvwbuilder.webhooks.store.DeliveryTable;

/** What the table of deliveries holds, and how it is read. */
@Timeout(120)
class TableTests {
    private static final Instant NOW = Instant.parse("2026-11-28T20:00:00Z");

    private static final String ORPHAN = """
            INSERT INTO webhooks_deliveries (id, webhook, event_type, event_id, body, state, attempts, due_at, claim,
                created_at, outcome, answer, millis)
            VALUES ('%s', 'gone', 'x', 'x', '{}', 'waiting', 0, 0, '', 0, '', '', 0)""";

    private static long count(House house) {
        return house.context.database().read(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("SELECT COUNT(*) FROM webhooks_deliveries")) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @OnBothEngines
    void nothingJoinsTheQueueOfAWebhookThatWasDeletedMeanwhile(TestDatabase database) throws Exception {
        try (var house = new House(database)) {
            house.context.database().write(connection -> {
                new DeliveryTable(connection).add(Delivery.fresh("d1", "gone", "x", "e1", "{}", NOW));
                return null;
            });
            assertThat(count(house)).isZero();
        }
    }

    @OnBothEngines
    void whatBelongsToNoWebhookIsSweptEveryHour(TestDatabase database) throws Exception {
        try (var house = new House(database)) {
            house.context.database().write(connection -> {
                for (int i = 0; i < 1_200; i++) run(connection, ORPHAN.formatted("d" + i));
                return null;
            });
            var job = house.contributions(Contribution.Job.class).getFirst();
            assertThat(job.schedule()).isEqualTo(org.wvwbuilder.plugin.Schedule.every(Duration.ofHours(1)));
            assertThat(job.task().run()).isEqualTo("deleted 1200 deliveries");
            assertThat(count(house)).isZero();
        }
    }

    @OnBothEngines
    void aPageOfOneStateIsReadFromAnIndexInItsOrder(TestDatabase database) throws Exception {
        try (var house = new House(database)) {
            var page = "SELECT * FROM webhooks_deliveries WHERE webhook = 'w' AND state = 'given_up' AND id < 'g'"
                    + " ORDER BY id DESC LIMIT 50";
            assertThat(plan(house.context.database(), page))
                    .contains("webhooks_deliveries_by_state")
                    .doesNotContain("TEMP B-TREE")
                    .doesNotContain("Sort");
        }
    }

    private static String plan(Database database, String sql) {
        boolean postgresql = database.engine() == Database.Engine.POSTGRESQL;
        return database.write(connection -> {
            // An empty table is read from end to end, unless that is forbidden.
            if (postgresql) run(connection, "SET LOCAL enable_seqscan = off");
            if (postgresql) run(connection, "SET LOCAL enable_bitmapscan = off");
            var text = new StringBuilder();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery((postgresql ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + sql)) {
                while (rows.next())
                    text.append(rows.getString(postgresql ? 1 : 4)).append('\n');
            }
            return text.toString();
        });
    }
}
