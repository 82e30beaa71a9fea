package org.wvwbuilder.webhooks;

import java.util.List;
import org.wvwbuilder.plugin.Contribution;
import org.wvwbuilder.plugin.Contribution.Gauge;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.webhooks.deliver.Tally;
import org.wvwbuilder.webhooks.store.DeliveryTable;
import org.wvwbuilder.webhooks.store.Webhook;
import org.wvwbuilder.webhooks.store.WebhookTable;

/** What {@code /metrics} tells of the plugin. */
final class Numbers {
    private static final int MOST_COUNTED = 10_000;

    private Numbers() {}

    static List<Contribution> gauges(Database database, Tally tally) {
        return List.of(
                new Gauge("waiting", "deliveries", "Deliveries in the queue", () -> waiting(database)),
                new Gauge("active", "endpoints", "Webhooks that send", () -> in(database, Webhook.State.ACTIVE)),
                new Gauge(
                        "stopped",
                        "endpoints",
                        "Webhooks that the server paused as they failed for long",
                        () -> in(database, Webhook.State.STOPPED)),
                new Gauge("delivered", "deliveries", "Delivered since the start", tally.delivered::sum),
                new Gauge("failed", "attempts", "Attempts that failed since the start", tally.failed::sum),
                new Gauge("given_up", "deliveries", "Given up since the start", tally.givenUp::sum),
                new Gauge("dropped", "deliveries", "Dropped since the start as a queue was full", tally.dropped::sum));
    }

    private static long waiting(Database database) {
        return database.read(connection -> {
            long waiting = 0;
            for (var webhook : new WebhookTable(connection).all()) {
                waiting += new DeliveryTable(connection).waiting(webhook.id(), MOST_COUNTED);
            }
            return waiting;
        });
    }

    private static long in(Database database, Webhook.State state) {
        return database.read(connection -> new WebhookTable(connection).all()).stream()
                .filter(webhook -> webhook.state() == state)
                .count();
    }
}
