package org.wvwbuilder.webhooks.deliver;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Event;
import org.wvwbuilder.plugin.Uuid7;
import org.wvwbuilder.webhooks.message.DiscordMessage;
import org.wvwbuilder.webhooks.message.EventTypes;
import org.wvwbuilder.webhooks.message.Facts;
import org.wvwbuilder.webhooks.message.SignedJson;
import org.wvwbuilder.webhooks.store.Delivery;
import org.wvwbuilder.webhooks.store.DeliveryTable;
import org.wvwbuilder.webhooks.store.Webhook;
import org.wvwbuilder.webhooks.store.WebhookTable;

/**
 * Puts events into the queue. From then on they survive whatever happens to the server; before, on the way from the plugin
 * that tells of them, they are in memory, for a few milliseconds as a rule.
 */
public final class Intake {
    private static final long LONGEST_PAUSE_MILLIS = 8_000;

    private final Database database;
    private final InstantSource clock;
    private final int bound;
    private final Function<Collection<String>, Map<String, String>> names;
    private final Tally tally;

    /** @param names the usernames of accounts, by id */
    public Intake(
            Database database,
            InstantSource clock,
            int bound,
            Function<Collection<String>, Map<String, String>> names,
            Tally tally) {
        this.database = database;
        this.clock = clock;
        this.bound = bound;
        this.names = names;
        this.tally = tally;
    }

    /** Tries again for ten seconds while the database refuses. @return whether anybody wants it */
    public boolean take(Event event) throws InterruptedException {
        for (long pause = 250; ; pause *= 3) {
            try {
                return taken(event);
            } catch (Database.DatabaseException refused) {
                if (pause > LONGEST_PAUSE_MILLIS) throw refused;
                Thread.sleep(pause);
            }
        }
    }

    private boolean taken(Event event) {
        // Every event of the plugin API is a record; what else a plugin may tell itself is not for others.
        if (!(event instanceof Record)) return false;
        var facts = Facts.of(event);
        var wanting = database.read(connection -> new WebhookTable(connection).all()).stream()
                .filter(webhook -> webhook.state() == Webhook.State.ACTIVE && webhook.wants(facts.type()))
                .filter(webhook -> mayTell(webhook, facts))
                .toList();
        if (!wanting.isEmpty()) queue(wanting, facts);
        return !wanting.isEmpty();
    }

    /** What is private is told to nobody, what belongs to a team only where teams' things are wanted. */
    static boolean mayTell(Webhook webhook, Facts facts) {
        if (facts.visibility().isEmpty()) return true;
        return switch (facts.visibility().get()) {
            case "public" -> true;
            case "team" -> webhook.visibility() == Webhook.Visibility.TEAM;
            // private, and whatever may join later
            default -> false;
        };
    }

    private void queue(List<Webhook> wanting, Facts facts) {
        var people = facts.accounts().isEmpty() ? Map.<String, String>of() : names.apply(facts.accounts());
        var eventId = Uuid7.next(clock);
        database.write(connection -> {
            var deliveries = new DeliveryTable(connection);
            for (var webhook : wanting) {
                if (deliveries.waiting(webhook.id(), bound) >= bound) {
                    new WebhookTable(connection).dropped(webhook.id());
                    tally.dropped.increment();
                } else {
                    deliveries.add(Delivery.fresh(
                            Uuid7.next(clock),
                            webhook.id(),
                            facts.type(),
                            eventId,
                            body(webhook.kind(), facts, eventId, people),
                            now()));
                }
            }
            return null;
        });
    }

    /** A trial, for one webhook. */
    public Delivery ping(Webhook webhook) {
        var facts = new Facts(EventTypes.PING, now(), Map.of("message", "This webhook of WvW Builder works."));
        var eventId = Uuid7.next(clock);
        var body = body(webhook.kind(), facts, eventId, Map.of());
        return add(Delivery.fresh(Uuid7.next(clock), webhook.id(), facts.type(), eventId, body, now()));
    }

    /** The same event once more. */
    public Delivery again(Delivery past) {
        return add(Delivery.fresh(
                Uuid7.next(clock), past.webhook(), past.eventType(), past.eventId(), past.body(), now()));
    }

    private Delivery add(Delivery delivery) {
        database.write(connection -> {
            new DeliveryTable(connection).add(delivery);
            return null;
        });
        return delivery;
    }

    private static String body(Webhook.Kind kind, Facts facts, String eventId, Map<String, String> people) {
        return switch (kind) {
            case JSON -> SignedJson.body(facts, eventId, people);
            case DISCORD -> DiscordMessage.body(facts, people);
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
