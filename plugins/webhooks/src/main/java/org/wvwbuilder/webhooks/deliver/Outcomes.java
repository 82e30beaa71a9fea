package org.wvwbuilder.webhooks.deliver;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.webhooks.send.Reply;
import org.wvwbuilder.webhooks.store.Delivery;
import org.wvwbuilder.webhooks.store.DeliveryTable;
import org.wvwbuilder.webhooks.store.Webhook;
import org.wvwbuilder.webhooks.store.WebhookTable;

/** Notes what became of an attempt: done, to be tried again, given up; and stops a webhook that failed for a day. */
final class Outcomes {
    private static final Duration PATIENCE = Duration.ofHours(24);
    private static final int LEAST_FAILURES = 5;

    private final Database database;
    private final InstantSource clock;
    private final Logger log;
    private final Tally tally;

    Outcomes(Database database, InstantSource clock, Logger log, Tally tally) {
        this.database = database;
        this.clock = clock;
        this.log = log;
        this.tally = tally;
    }

    void note(Webhook webhook, Delivery tried, Attempt.Result result) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var noted = noted(tried, result, now);
        var stop = stop(webhook, result, now);
        var stopped = new AtomicBoolean();
        boolean ours = database.write(connection -> {
            if (!new DeliveryTable(connection).done(noted)) return false;
            var webhooks = new WebhookTable(connection);
            if (result.success()) webhooks.succeeded(webhook.id(), now);
            else webhooks.failed(webhook.id(), now);
            // What an old attempt saw says nothing of a webhook that was mended or paused since.
            if (stop.isPresent() && webhooks.stop(webhook, stop.get(), now)) {
                new DeliveryTable(connection).giveUp(webhook.id(), "Given up: the webhook was stopped.", now);
                stopped.set(true);
            }
            return true;
        });
        if (!ours) return;
        if (result.success()) tally.delivered.increment();
        else tally.failed.increment();
        if (noted.state() == Delivery.State.GIVEN_UP) tally.givenUp.increment();
        // By its id alone: the name is the administrators', and the address may hold a secret.
        stop.filter(why -> stopped.get())
                .ifPresent(why -> log.log(Level.WARNING, "The webhook {0} was stopped. {1}", webhook.id(), why));
    }

    private static Delivery noted(Delivery tried, Attempt.Result result, Instant now) {
        var asked = result.reply().flatMap(Reply::retryAfter).map(Duration::ofSeconds);
        var next = result.success() || result.gone()
                ? Optional.<Instant>empty()
                : Backoff.next(tried.createdAt(), now, tried.attempts(), asked, ThreadLocalRandom.current());
        var state = result.success()
                ? Delivery.State.DELIVERED
                : next.isPresent() ? Delivery.State.WAITING : Delivery.State.GIVEN_UP;
        return new Delivery(
                tried.id(),
                tried.webhook(),
                tried.eventType(),
                tried.eventId(),
                tried.body(),
                state,
                tried.attempts(),
                next.map(at -> at.truncatedTo(ChronoUnit.MILLIS)).orElse(now),
                tried.claim(),
                tried.createdAt(),
                state == Delivery.State.WAITING ? Optional.empty() : Optional.of(now),
                result.reply().map(reply -> (long) reply.status()),
                result.words(),
                result.reply().map(Reply::start).orElse(""),
                result.millis());
    }

    private static Optional<String> stop(Webhook webhook, Attempt.Result result, Instant now) {
        if (result.success()) return Optional.empty();
        if (result.gone()) {
            return Optional.of("The receiver says that it is gone. Make it anew, enter its address, then resume.");
        }
        boolean lasting = webhook.failingSince()
                .map(since -> !now.isBefore(since.plus(PATIENCE)))
                .orElse(false);
        if (!lasting || webhook.failures() + 1 < LEAST_FAILURES) return Optional.empty();
        return Optional.of("Every attempt of a day failed; the last: " + result.words()
                + " Mend the receiver, then resume the webhook.");
    }
}
