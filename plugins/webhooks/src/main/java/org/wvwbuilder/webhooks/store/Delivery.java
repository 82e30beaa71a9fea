package org.wvwbuilder.webhooks.store;

import java.time.Instant;
import java.util.Optional;

/**
 * One message to one webhook.
 *
 * @param eventId the same for all deliveries of one event: receivers know by it what they had already
 * @param dueAt when it is tried next; while it is being tried, when another may take it over
 * @param claim who tries it now
 * @param status of the last answer
 * @param outcome one sentence about the last attempt
 * @param answer the beginning of the last answer's body
 * @param millis how long the last attempt took
 */
public record Delivery(
        String id,
        String webhook,
        String eventType,
        String eventId,
        String body,
        State state,
        long attempts,
        Instant dueAt,
        String claim,
        Instant createdAt,
        Optional<Instant> finishedAt,
        Optional<Long> status,
        String outcome,
        String answer,
        long millis) {

    /** How far it is. */
    public enum State {
        WAITING,
        DELIVERED,
        GIVEN_UP
    }

    /** One that was not tried yet. */
    public static Delivery fresh(String id, String webhook, String type, String eventId, String body, Instant now) {
        return new Delivery(
                id,
                webhook,
                type,
                eventId,
                body,
                State.WAITING,
                0,
                now,
                "",
                now,
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                0);
    }
}
