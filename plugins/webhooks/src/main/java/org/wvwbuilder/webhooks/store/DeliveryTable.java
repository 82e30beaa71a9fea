package org.wvwbuilder.webhooks.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The SQL of the deliveries. */
public record DeliveryTable(Connection connection) {
    /** Nothing for a webhook that was deleted meanwhile. */
    private static final String INSERT = """
            INSERT INTO webhooks_deliveries (id, webhook, event_type, event_id, body, state, attempts, due_at, claim,
                created_at, outcome, answer, millis)
            SELECT ?, ?, ?, ?, ?, 'waiting', 0, ?, '', ?, '', '', 0
            WHERE EXISTS (SELECT 1 FROM webhooks_endpoints WHERE id = ?)""";

    /** Index webhooks_deliveries_by_due, once for each webhook: there are at most fifty. */
    private static final String DUE = """
            SELECT e.id FROM webhooks_endpoints e
            WHERE e.state = 'active' AND EXISTS (
                SELECT 1 FROM webhooks_deliveries d WHERE d.webhook = e.id AND d.state = 'waiting' AND d.due_at <= ?)""";

    /** Index webhooks_deliveries_by_due. */
    private static final String NEXT = """
            SELECT * FROM webhooks_deliveries
            WHERE webhook = ? AND state = 'waiting' AND due_at <= ? ORDER BY due_at LIMIT 1""";

    /** Primary key. Of several that try, on whatever server, the row lets one through: for the others it is not due. */
    private static final String CLAIM = """
            UPDATE webhooks_deliveries SET claim = ?, due_at = ?, attempts = attempts + 1
            WHERE id = ? AND state = 'waiting' AND due_at <= ?""";

    /** Primary key. Only for whoever claimed it last: one who came back from the dead changes nothing. */
    private static final String DONE = """
            UPDATE webhooks_deliveries SET state = ?, due_at = ?, finished_at = ?, status = ?, outcome = ?, answer = ?,
                millis = ?, claim = ''
            WHERE id = ? AND claim = ? AND state = 'waiting'""";

    /** Index webhooks_deliveries_by_due; counts no further than the bound. */
    private static final String WAITING = """
            SELECT COUNT(*) FROM (
                SELECT 1 AS one FROM webhooks_deliveries WHERE webhook = ? AND state = 'waiting' LIMIT ?) AS counted""";

    /** Index webhooks_deliveries_by_age. */
    private static final String PAGE = """
            SELECT * FROM webhooks_deliveries WHERE webhook = ? AND id < ? ORDER BY id DESC LIMIT ?""";

    /** Index webhooks_deliveries_by_state. */
    private static final String PAGE_OF_STATE = """
            SELECT * FROM webhooks_deliveries WHERE webhook = ? AND state = ? AND id < ? ORDER BY id DESC LIMIT ?""";

    /** Index webhooks_deliveries_by_due; a few at a time, for other writers wait. */
    private static final String GIVE_UP = """
            UPDATE webhooks_deliveries SET state = 'given_up', finished_at = ?, outcome = ?, claim = ''
            WHERE webhook = ? AND state = 'waiting'""";

    /** Index webhooks_deliveries_by_age: all of one webhook's, which are few. */
    private static final String OLD = """
            DELETE FROM webhooks_deliveries WHERE id IN (
                SELECT id FROM webhooks_deliveries
                WHERE webhook = ? AND (created_at < ? OR id < ?) AND state <> 'waiting' ORDER BY id LIMIT ?)""";

    /** Index webhooks_deliveries_by_age. */
    private static final String NTH = """
            SELECT id FROM webhooks_deliveries WHERE webhook = ? ORDER BY id DESC LIMIT 1 OFFSET ?""";

    /** Index webhooks_deliveries_by_age, which holds all that is asked for. */
    private static final String ORPHANS = """
            DELETE FROM webhooks_deliveries WHERE id IN (
                SELECT id FROM webhooks_deliveries WHERE webhook NOT IN (SELECT id FROM webhooks_endpoints) LIMIT ?)""";

    public void add(Delivery delivery) throws SQLException {
        Sql.of(
                        connection,
                        INSERT,
                        delivery.id(),
                        delivery.webhook(),
                        delivery.eventType(),
                        delivery.eventId(),
                        delivery.body(),
                        delivery.dueAt().toEpochMilli(),
                        delivery.createdAt().toEpochMilli(),
                        delivery.webhook())
                .run();
    }

    /** The webhooks that have something to send now. */
    public List<String> due(Instant now) throws SQLException {
        return Sql.of(connection, DUE, now.toEpochMilli()).list(row -> row.getString(1));
    }

    public Optional<Delivery> next(String webhook, Instant now) throws SQLException {
        return Sql.of(connection, NEXT, webhook, now.toEpochMilli()).first(DeliveryTable::delivery);
    }

    /** @return false when another took it */
    public boolean claim(String id, String claim, Instant until, Instant now) throws SQLException {
        return Sql.of(connection, CLAIM, claim, until.toEpochMilli(), id, now.toEpochMilli())
                        .run()
                == 1;
    }

    /** Notes what became of an attempt. @return false when it is no longer this one's */
    public boolean done(Delivery delivery) throws SQLException {
        return Sql.of(
                                connection,
                                DONE,
                                WebhookTable.word(delivery.state()),
                                delivery.dueAt().toEpochMilli(),
                                delivery.finishedAt().map(Instant::toEpochMilli).orElse(null),
                                delivery.status().orElse(null),
                                delivery.outcome(),
                                delivery.answer(),
                                delivery.millis(),
                                delivery.id(),
                                delivery.claim())
                        .run()
                == 1;
    }

    /** How many wait for a webhook, but no more than {@code most}. */
    public long waiting(String webhook, int most) throws SQLException {
        return Sql.of(connection, WAITING, webhook, most).number();
    }

    public List<Delivery> page(String webhook, Optional<Delivery.State> state, String before, int limit)
            throws SQLException {
        var sql = state.isPresent()
                ? Sql.of(connection, PAGE_OF_STATE, webhook, WebhookTable.word(state.get()), before, limit)
                : Sql.of(connection, PAGE, webhook, before, limit);
        return sql.list(DeliveryTable::delivery);
    }

    public Optional<Delivery> find(String webhook, String id) throws SQLException {
        return Sql.of(connection, "SELECT * FROM webhooks_deliveries WHERE id = ? AND webhook = ?", id, webhook)
                .first(DeliveryTable::delivery);
    }

    public void giveUp(String webhook, String why, Instant now) throws SQLException {
        Sql.of(connection, GIVE_UP, now.toEpochMilli(), why, webhook).run();
    }

    /** Deletes finished ones that are older, or have ids below; at most {@code limit}. @return how many */
    public int forget(String webhook, Instant old, String before, int limit) throws SQLException {
        return Sql.of(connection, OLD, webhook, old.toEpochMilli(), before, limit)
                .run();
    }

    /** Deletes what belongs to no webhook any more; at most {@code limit}. @return how many */
    public int forgetOrphans(int limit) throws SQLException {
        return Sql.of(connection, ORPHANS, limit).run();
    }

    /** The id that so many newer ones have, if there are that many. */
    public Optional<String> nth(String webhook, int newer) throws SQLException {
        return Sql.of(connection, NTH, webhook, newer).first(row -> row.getString(1));
    }

    public void deleteAll(String webhook) throws SQLException {
        Sql.of(connection, "DELETE FROM webhooks_deliveries WHERE webhook = ?", webhook)
                .run();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        long status = row.getLong("status");
        var answered = row.wasNull() ? Optional.<Long>empty() : Optional.of(status);
        return new Delivery(
                row.getString("id"),
                row.getString("webhook"),
                row.getString("event_type"),
                row.getString("event_id"),
                row.getString("body"),
                Delivery.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getLong("attempts"),
                Instant.ofEpochMilli(row.getLong("due_at")),
                row.getString("claim"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                WebhookTable.instant(row, "finished_at"),
                answered,
                row.getString("outcome"),
                row.getString("answer"),
                row.getLong("millis"));
    }
}
