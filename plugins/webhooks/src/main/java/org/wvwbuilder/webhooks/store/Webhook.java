package org.wvwbuilder.webhooks.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where events are sent.
 *
 * @param shownUrl the address without its secret parts
 * @param sealedSecret empty for Discord, which has none
 * @param events the types it wants, or {@link #ALL}
 * @param reason why it does not send, for people; empty while it does
 * @param failingSince when attempts began to fail, with no success since
 * @param dropped how many events found the queue full
 */
public record Webhook(
        String id,
        String name,
        Kind kind,
        String shownUrl,
        String sealedUrl,
        String sealedSecret,
        List<String> events,
        Visibility visibility,
        State state,
        String reason,
        Optional<Instant> failingSince,
        long failures,
        long dropped,
        Optional<Instant> deliveredAt,
        String createdBy,
        Instant createdAt,
        Instant updatedAt,
        long version) {
    /** Every type of event, also those that join later. */
    public static final String ALL = "*";

    public Webhook {
        events = List.copyOf(events);
    }

    /** What it speaks. */
    public enum Kind {
        /** Signed JSON. */
        JSON,
        /** A message in a channel. */
        DISCORD
    }

    /** Whose things it may tell of. Private ones are never told. */
    public enum Visibility {
        PUBLIC,
        TEAM
    }

    /** What it does. */
    public enum State {
        ACTIVE,
        /** Somebody paused it. */
        PAUSED,
        /** The server paused it, as it failed for long. */
        STOPPED
    }

    public boolean wants(String type) {
        return events.contains(ALL) || events.contains(type);
    }

    /** What its address is sealed for. */
    public static String urlOf(String id) {
        return "address of the webhook " + id;
    }

    /** What its secret is sealed for. */
    public static String secretOf(String id) {
        return "secret of the webhook " + id;
    }
}
