package org.wvwbuilder.auth.roster;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.wvwbuilder.plugin.Event;
import org.wvwbuilder.plugin.event.AccountChanged;
import org.wvwbuilder.plugin.event.AccountChanged.Change;

/** Tells the other plugins what became of an account, once it is safe on disk. */
public record Changes(Consumer<Event> publish, InstantSource clock) {

    public void created(String id) {
        tell(id, Change.CREATED);
    }

    public void changed(String id) {
        tell(id, Change.CHANGED);
    }

    public void deleted(String id) {
        tell(id, Change.DELETED);
    }

    void deleted(String id, Instant at) {
        publish.accept(new AccountChanged(at, id, Change.DELETED));
    }

    private void tell(String id, Change change) {
        publish.accept(new AccountChanged(Instant.ofEpochMilli(clock.millis()), id, change));
    }
}
