package org.wvwbuilder.plugin.event;

import java.time.Instant;
import org.apiguardian.api.API;
import org.wvwbuilder.plugin.Event;

/** An account was made, changed or removed. */
@API(status = API.Status.STABLE, since = "1.0")
public record AccountChanged(Instant at, String accountId, Change change) implements Event {

    /** What happened to it. */
    public enum Change {
        CREATED,
        CHANGED,
        DELETED
    }
}
