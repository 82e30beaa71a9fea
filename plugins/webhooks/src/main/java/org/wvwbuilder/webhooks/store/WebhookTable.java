package org.wvwbuilder.webhooks.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The SQL of the webhooks; every statement is served by the primary key, or reads the few rows that there are. */
public record WebhookTable(Connection connection) {
    /** More than a guild needs, and few enough to look at all of them for each event. */
    public static final int MOST = 50;

    private static final String INSERT = """
            INSERT INTO webhooks_endpoints (id, name, kind, shown_url, sealed_url, sealed_secret, events, visibility,
                state, reason, failing_since, failures, dropped, delivered_at, created_by, created_at, updated_at, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, 0, 0, NULL, ?, ?, ?, 1)""";

    /** What people change. To make it active again forgets what failed before. */
    private static final String UPDATE = """
            UPDATE webhooks_endpoints SET name = ?, shown_url = ?, sealed_url = ?, sealed_secret = ?, events = ?,
                visibility = ?, state = ?, reason = ?, failing_since = ?, failures = ?, updated_at = ?,
                version = version + 1
            WHERE id = ? AND version = ?""";

    private static final String FAILED = """
            UPDATE webhooks_endpoints SET failures = failures + 1, failing_since = COALESCE(failing_since, ?)
            WHERE id = ?""";

    private static final String STOP = """
            UPDATE webhooks_endpoints SET state = 'stopped', reason = ?, updated_at = ?, version = version + 1
            WHERE id = ? AND state = 'active' AND version = ?""";

    public void add(Webhook webhook) throws SQLException {
        Sql.of(
                        connection,
                        INSERT,
                        webhook.id(),
                        webhook.name(),
                        word(webhook.kind()),
                        webhook.shownUrl(),
                        webhook.sealedUrl(),
                        webhook.sealedSecret(),
                        String.join(" ", webhook.events()),
                        word(webhook.visibility()),
                        word(webhook.state()),
                        webhook.reason(),
                        webhook.createdBy(),
                        webhook.createdAt().toEpochMilli(),
                        webhook.updatedAt().toEpochMilli())
                .run();
    }

    /** @return false when it was changed meanwhile */
    public boolean change(Webhook webhook) throws SQLException {
        return Sql.of(
                                connection,
                                UPDATE,
                                webhook.name(),
                                webhook.shownUrl(),
                                webhook.sealedUrl(),
                                webhook.sealedSecret(),
                                String.join(" ", webhook.events()),
                                word(webhook.visibility()),
                                word(webhook.state()),
                                webhook.reason(),
                                webhook.failingSince()
                                        .map(Instant::toEpochMilli)
                                        .orElse(null),
                                webhook.failures(),
                                webhook.updatedAt().toEpochMilli(),
                                webhook.id(),
                                webhook.version())
                        .run()
                == 1;
    }

    public void delete(String id) throws SQLException {
        Sql.of(connection, "DELETE FROM webhooks_endpoints WHERE id = ?", id).run();
    }

    public Optional<Webhook> find(String id) throws SQLException {
        return Sql.of(connection, "SELECT * FROM webhooks_endpoints WHERE id = ?", id)
                .first(WebhookTable::webhook);
    }

    /** All of them, the newest first. */
    public List<Webhook> all() throws SQLException {
        return Sql.of(connection, "SELECT * FROM webhooks_endpoints ORDER BY id DESC LIMIT " + MOST)
                .list(WebhookTable::webhook);
    }

    public void succeeded(String id, Instant now) throws SQLException {
        Sql.of(
                        connection,
                        "UPDATE webhooks_endpoints SET failures = 0, failing_since = NULL, delivered_at = ? WHERE id = ?",
                        now.toEpochMilli(),
                        id)
                .run();
    }

    public void failed(String id, Instant now) throws SQLException {
        Sql.of(connection, FAILED, now.toEpochMilli(), id).run();
    }

    /** @return false when somebody changed it since it was read as this */
    public boolean stop(Webhook webhook, String reason, Instant now) throws SQLException {
        return Sql.of(connection, STOP, reason, now.toEpochMilli(), webhook.id(), webhook.version())
                        .run()
                == 1;
    }

    public void dropped(String id) throws SQLException {
        Sql.of(connection, "UPDATE webhooks_endpoints SET dropped = dropped + 1 WHERE id = ?", id)
                .run();
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        return new Webhook(
                row.getString("id"),
                row.getString("name"),
                Webhook.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("shown_url"),
                row.getString("sealed_url"),
                row.getString("sealed_secret"),
                List.of(row.getString("events").split(" ")),
                Webhook.Visibility.valueOf(row.getString("visibility").toUpperCase(Locale.ROOT)),
                Webhook.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                instant(row, "failing_since"),
                row.getLong("failures"),
                row.getLong("dropped"),
                instant(row, "delivered_at"),
                row.getString("created_by"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("updated_at")),
                row.getLong("version"));
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
