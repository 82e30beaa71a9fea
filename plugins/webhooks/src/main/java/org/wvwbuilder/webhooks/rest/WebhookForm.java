package org.wvwbuilder.webhooks.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.plugin.Doc;
import org.wvwbuilder.webhooks.store.Delivery;
import org.wvwbuilder.webhooks.store.Webhook;
import org.wvwbuilder.webhooks.store.Webhook.Kind;
import org.wvwbuilder.webhooks.store.Webhook.State;
import org.wvwbuilder.webhooks.store.Webhook.Visibility;

/** What clients send about webhooks, and what they get. */
public final class WebhookForm {
    private WebhookForm() {}

    @Doc("A webhook to make, or what is to change about one: what is left out stays.")
    public record WebhookRequest(
            @Doc("1 to 100 characters.") Optional<String> name,

            @Doc("https://… of the receiver, or of a channel's webhook in Discord.")
            Optional<String> url,

            @Doc("json (the default) or discord; stays as it is.")
            Optional<Kind> kind,

            @Doc("The types it wants, as GET /webhooks/events names them; [\"*\"] for all.")
            Optional<List<String>> events,

            @Doc("public (the default) tells of public things only, team also of what teams share.")
            Optional<Visibility> visibility,

            @Doc("True sends and gathers nothing; false goes on, also after the server stopped it.")
            Optional<Boolean> paused) {

        public WebhookRequest {
            name = name == null ? Optional.empty() : name;
            url = url == null ? Optional.empty() : url;
            kind = kind == null ? Optional.empty() : kind;
            events = events == null ? Optional.empty() : events;
            visibility = visibility == null ? Optional.empty() : visibility;
            paused = paused == null ? Optional.empty() : paused;
        }

        /** Without the address, which may hold a secret, wherever this may be written. */
        @Override
        public String toString() {
            return "WebhookRequest";
        }
    }

    @Doc("A webhook.")
    public record WebhookAnswer(
            String id,
            String name,

            @Doc("Without what may be a secret in it: Discord's last part, and a query.")
            String url,

            Kind kind,
            List<String> events,
            Visibility visibility,

            @Doc("stopped: the server paused it, as it failed for long.")
            State state,

            @Doc("Why it is stopped; else empty.") String reason,

            @Doc("Since when every attempt fails; null while they do not.")
            Optional<Instant> failingSince,

            @Doc("Attempts that failed since the last success.")
            long failures,

            @Doc("Events that found its queue full.") long dropped,
            Optional<Instant> deliveredAt,
            String createdBy,
            Instant createdAt,
            Instant updatedAt,
            long version) {

        static WebhookAnswer of(Webhook webhook) {
            return new WebhookAnswer(
                    webhook.id(),
                    webhook.name(),
                    webhook.shownUrl(),
                    webhook.kind(),
                    webhook.events(),
                    webhook.visibility(),
                    webhook.state(),
                    webhook.reason(),
                    webhook.failingSince(),
                    webhook.failures(),
                    webhook.dropped(),
                    webhook.deliveredAt(),
                    webhook.createdBy(),
                    webhook.createdAt(),
                    webhook.updatedAt(),
                    webhook.version());
        }
    }

    @Doc("A webhook with its secret, which is told this once.")
    public record NewWebhook(
            WebhookAnswer webhook,

            @Doc("Signs what is sent; null for Discord. Keep it: it is never shown again.")
            Optional<String> secret) {

        /** Without the secret, wherever this may be written. */
        @Override
        public String toString() {
            return "NewWebhook";
        }
    }

    @Doc("A type of event.")
    public record EventAnswer(String name) {}

    @Doc("A delivery: one event to one webhook.")
    public record DeliveryAnswer(
            String id,
            String event,

            @Doc("The same for every delivery of one event.")
            String eventId,

            @Doc("waiting, delivered or given_up.") Delivery.State state,
            long attempts,
            Instant createdAt,

            @Doc("When it is tried next; null once it is done.")
            Optional<Instant> nextAt,

            Optional<Instant> finishedAt,

            @Doc("The HTTP status of the last answer; null where there was none.")
            Optional<Long> status,

            @Doc("One sentence about the last attempt.") String outcome,
            @Doc("How long the last attempt took.") long millis) {

        static DeliveryAnswer of(Delivery delivery) {
            boolean waiting = delivery.state() == Delivery.State.WAITING;
            return new DeliveryAnswer(
                    delivery.id(),
                    delivery.eventType(),
                    delivery.eventId(),
                    delivery.state(),
                    delivery.attempts(),
                    delivery.createdAt(),
                    waiting ? Optional.of(delivery.dueAt()) : Optional.empty(),
                    delivery.finishedAt(),
                    delivery.status(),
                    delivery.outcome(),
                    delivery.millis());
        }
    }

    @Doc("A delivery with what was sent and what was answered.")
    public record DeliveryDetail(
            DeliveryAnswer delivery,
            @Doc("The body, as it is sent.") String body,
            @Doc("The beginning of the last answer's body.") String answer) {}
}
