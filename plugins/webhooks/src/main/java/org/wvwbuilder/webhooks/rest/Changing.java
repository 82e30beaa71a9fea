package org.wvwbuilder.webhooks.rest;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.Uuid7;
import org.wvwbuilder.webhooks.deliver.Opened;
import org.wvwbuilder.webhooks.message.SignedJson;
import org.wvwbuilder.webhooks.rest.WebhookForm.WebhookRequest;
import org.wvwbuilder.webhooks.seal.Seal;
import org.wvwbuilder.webhooks.seal.SealFile;
import org.wvwbuilder.webhooks.store.DeliveryTable;
import org.wvwbuilder.webhooks.store.Webhook;
import org.wvwbuilder.webhooks.store.Webhook.State;
import org.wvwbuilder.webhooks.store.WebhookTable;

/** Makes, changes and deletes webhooks. */
final class Changing {
    static final String THIS = "This webhook";

    private final Database database;
    private final SealFile seal;
    private final Checking checking;
    private final InstantSource clock;
    private final Logger log;

    Changing(Database database, SealFile seal, Checking checking, InstantSource clock, Logger log) {
        this.database = database;
        this.seal = seal;
        this.checking = checking;
        this.clock = clock;
        this.log = log;
    }

    /** @param secret what signs its messages; none for Discord */
    record Made(Webhook webhook, Optional<String> secret) {}

    Made add(WebhookRequest request, String person) throws InterruptedException {
        var wanted = checking.whole(request);
        var id = Uuid7.next(clock);
        var secret = wanted.kind() == Webhook.Kind.JSON ? Optional.of(SignedJson.secret()) : Optional.<String>empty();
        var webhook = new Webhook(
                id,
                wanted.name(),
                wanted.kind(),
                wanted.shownUrl(),
                sealed(wanted.url(), Webhook.urlOf(id)),
                secret.map(text -> sealed(text, Webhook.secretOf(id))).orElse(""),
                wanted.events(),
                wanted.visibility(),
                request.paused().orElse(false) ? State.PAUSED : State.ACTIVE,
                "",
                Optional.empty(),
                0,
                0,
                Optional.empty(),
                person,
                now(),
                now(),
                1);
        database.write(connection -> {
            var webhooks = new WebhookTable(connection);
            if (webhooks.all().size() >= WebhookTable.MOST) {
                throw new Problem(
                        409,
                        "too-many",
                        "There are " + WebhookTable.MOST + " webhooks: delete one that is not needed.");
            }
            webhooks.add(webhook);
            return null;
        });
        log.log(Level.INFO, "The webhook {0} was made by the account {1}.", id, person);
        return new Made(webhook, secret);
    }

    Webhook change(String id, WebhookRequest request, Consumer<Webhook> condition) throws InterruptedException {
        var before = found(id);
        condition.accept(before);
        var wanted = checking.changed(request, before);
        boolean resumed = request.paused().isPresent() && !request.paused().get();
        var state = request.paused()
                .map(paused -> paused ? State.PAUSED : State.ACTIVE)
                .orElse(before.state());
        return replace(new Webhook(
                id,
                wanted.name(),
                before.kind(),
                wanted.shownUrl(),
                wanted.url().isEmpty() ? before.sealedUrl() : sealed(wanted.url(), Webhook.urlOf(id)),
                before.sealedSecret(),
                wanted.events(),
                wanted.visibility(),
                state,
                state == State.STOPPED ? before.reason() : "",
                resumed ? Optional.empty() : before.failingSince(),
                resumed ? 0 : before.failures(),
                before.dropped(),
                before.deliveredAt(),
                before.createdBy(),
                before.createdAt(),
                now(),
                before.version()));
    }

    /** Gives it a new secret; the old one signs nothing from now on. */
    Made renew(String id, Consumer<Webhook> condition) {
        var before = found(id);
        condition.accept(before);
        if (before.kind() != Webhook.Kind.JSON) {
            throw new Problem(
                    409, "no-secret", "Discord's webhooks have no secret: their address is one. Make a new one there.");
        }
        var secret = SignedJson.secret();
        var after = replace(new Webhook(
                id,
                before.name(),
                before.kind(),
                before.shownUrl(),
                before.sealedUrl(),
                sealed(secret, Webhook.secretOf(id)),
                before.events(),
                before.visibility(),
                before.state(),
                before.reason(),
                before.failingSince(),
                before.failures(),
                before.dropped(),
                before.deliveredAt(),
                before.createdBy(),
                before.createdAt(),
                now(),
                before.version()));
        return new Made(after, Optional.of(secret));
    }

    private Webhook replace(Webhook webhook) {
        return database.write(connection -> {
            var webhooks = new WebhookTable(connection);
            if (!webhooks.change(webhook)) throw Problem.stale(THIS);
            return webhooks.find(webhook.id()).orElseThrow();
        });
    }

    void delete(String id, Consumer<Webhook> condition) {
        database.write(connection -> {
            var webhooks = new WebhookTable(connection);
            condition.accept(webhooks.find(id).orElseThrow(() -> Problem.notFound(THIS)));
            webhooks.delete(id);
            new DeliveryTable(connection).deleteAll(id);
            return null;
        });
        log.log(Level.INFO, "The webhook {0} was deleted.", id);
    }

    Webhook found(String id) {
        return database.read(connection -> new WebhookTable(connection).find(id))
                .orElseThrow(() -> Problem.notFound(THIS));
    }

    /** @throws Problem 404, or 409 when it sends nothing now */
    Webhook active(String id) {
        var webhook = found(id);
        if (webhook.state() == State.ACTIVE) return webhook;
        throw new Problem(409, "webhook-paused", "This webhook is paused: resume it first.");
    }

    List<Webhook> all() {
        return database.read(connection -> new WebhookTable(connection).all());
    }

    private String sealed(String text, String purpose) {
        try {
            return common(seal.read()).seal(text, purpose);
        } catch (IOException unusable) {
            log.log(Level.ERROR, "The file that seals webhooks cannot be used. " + unusable.getMessage(), unusable);
            throw new Problem(
                    503,
                    "webhooks-locked",
                    "The server's file for sealing cannot be used. Look into the server's log.");
        }
    }

    /**
     * What all webhooks are sealed with. Two secrets on one database would split them among the servers, so none is made
     * or used beside another.
     */
    private Seal common(Optional<Seal> own) throws IOException {
        long unread = all().stream()
                .filter(webhook -> Opened.of(own, webhook).isEmpty())
                .count();
        if (unread > 0) {
            throw new Problem(
                    503,
                    "webhooks-locked",
                    "This server cannot read " + unread + " of the webhooks: give all servers the same"
                            + " webhooks.key-file, or delete those webhooks and make them anew.");
        }
        return own.isPresent() ? own.get() : seal.create();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
