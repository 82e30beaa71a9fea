package org.wvwbuilder.webhooks;

import java.io.IOException;
import java.util.stream.Collectors;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.HealthCheck;
import org.wvwbuilder.webhooks.deliver.Opened;
import org.wvwbuilder.webhooks.seal.SealFile;
import org.wvwbuilder.webhooks.store.Webhook;
import org.wvwbuilder.webhooks.store.WebhookTable;

/** The health check {@code webhooks}: whether all of them work, and what they are sealed with can be read. */
record Standing(Database database, SealFile seal) implements HealthCheck {

    @Override
    public Health check() throws IOException {
        var own = seal.read();
        var all = database.read(connection -> new WebhookTable(connection).all());
        long unread = all.stream()
                .filter(webhook -> Opened.of(own, webhook).isEmpty())
                .count();
        if (unread > 0) {
            return new Health.Degraded("This server cannot read " + unread + " of the webhooks, their deliveries wait:"
                    + " give all servers the same webhooks.key-file, or delete those webhooks and make them anew.");
        }
        var stopped = all.stream()
                .filter(webhook -> webhook.state() == Webhook.State.STOPPED)
                .map(Webhook::name)
                .collect(Collectors.joining(", "));
        if (stopped.isEmpty()) return new Health.Up();
        return new Health.Degraded("Webhooks were stopped because they failed for long or their receiver is gone: "
                + stopped + ". Look at their deliveries, mend the receiver, then resume or delete them.");
    }
}
