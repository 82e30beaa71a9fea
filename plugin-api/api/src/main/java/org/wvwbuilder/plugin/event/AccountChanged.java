package org.wvwbuilder.plugin.event;

import java.time.Instant;
import org.apiguardian.api.API;
import org.wvwbuilder.plugin.Event;

/**
 * An account was made, changed or removed. Whoever keeps something of a person deletes it with the account; as events come
 * at most once, that is done by {@link org.wvwbuilder.plugin.PersonalData#forget} besides. What a command did to an account is
 * not told, but for its deletion, within a minute or after the server's next start.
 *
 * {@snippet lang=java :
 * var kept = new ConcurrentHashMap<String, String>();
 * var forgetting = new Contribution.Subscription<>(AccountChanged.class, event -> {
 *     if (event.change() == AccountChanged.Change.DELETED) kept.remove(event.accountId());
 * });
 * }
 *
 * @param accountId its id, which nobody gets again
 */
@API(status = API.Status.STABLE, since = "1.0")
public record AccountChanged(Instant at, String accountId, Change change) implements Event {

    /** What happened to it. */
    public enum Change {
        /** It is new. */
        CREATED,
        /** Its name, its role, or whether it may sign in. */
        CHANGED,
        /** It is gone, and with it who it was. */
        DELETED
    }
}
