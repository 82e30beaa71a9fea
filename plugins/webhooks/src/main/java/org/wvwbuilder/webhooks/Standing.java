package org.wvwbuilder.webhooks;

import java.io.IOException;
import java.util.stream.Collectors;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.HealthCheck;
import org.wvwbuilder.webhooks.seal.Seal;
import org.wvwbuilder.webhooks.store.Webhook;
import org.wvwbuilder.webhooks.store.WebhookTable;

/** The health check {@code webhooks}: whether all of them work, and what they are sealed with can be read. */
record Standing(Database database, Seal seal) implements HealthCheck {

    @Override
    public Health check() throws IOException {
        seal.check();
        var stopped = database.read(connection -> new WebhookTable(connection).all()).stream()
                .filter(webhook -> webhook.state() == Webhook.State.STOPPED)
                .map(Webhook::name)
                .collect(Collectors.joining(", "));
        if (stopped.isEmpty()) return new Health.Up();
        return new Health.Degraded("Webhooks were stopped because they failed for long or their receiver is gone: "
                + stopped + ". Look at their deliveries, mend the receiver, then resume or delete them.");
    }
}
