package org.wvwbuilder.webhooks.deliver;

import java.time.Duration;
import java.time.InstantSource;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.webhooks.store.DeliveryTable;
import org.wvwbuilder.webhooks.store.Webhook;
import org.wvwbuilder.webhooks.store.WebhookTable;

/** Lets finished deliveries go: the old ones, of each webhook all but the newest thousand, and all of deleted webhooks. */
public final class Retention {
    private static final int MOST_KEPT = 1_000;
    private static final int AT_ONCE = 500;

    private final Database database;
    private final InstantSource clock;
    private final Duration keep;

    public Retention(Database database, InstantSource clock, Duration keep) {
        this.database = database;
        this.clock = clock;
        this.keep = keep;
    }

    /** The work of the job. */
    public String run() {
        long gone = forgetOrphans();
        for (var webhook : database.read(connection -> new WebhookTable(connection).all())) gone += forget(webhook);
        return gone == 1 ? "deleted one delivery" : "deleted " + gone + " deliveries";
    }

    /** A server that had read a webhook before another deleted it may have queued for it even so. */
    private long forgetOrphans() {
        long gone = 0;
        for (int some = AT_ONCE; some == AT_ONCE; gone += some) {
            some = database.write(connection -> new DeliveryTable(connection).forgetOrphans(AT_ONCE));
        }
        return gone;
    }

    private long forget(Webhook webhook) {
        var old = clock.instant().minus(keep);
        var before = database.read(connection -> new DeliveryTable(connection).nth(webhook.id(), MOST_KEPT - 1))
                .orElse("");
        long gone = 0;
        int some;
        do {
            some = database.write(
                    connection -> new DeliveryTable(connection).forget(webhook.id(), old, before, AT_ONCE));
            gone += some;
        } while (some == AT_ONCE);
        return gone;
    }
}
