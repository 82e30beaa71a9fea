package org.wvwbuilder.plugin;

import java.time.Instant;
import org.apiguardian.api.API;

/**
 * Something that happened. Events are public records of the plugin API, so that every plugin can read them, also one that
 * knows no more of them than their components. An event about a thing that not everybody may see has a component {@code
 * visibility} of type {@link Visibility}: who hears of it only passes it on to those who may see that.
 *
 * <p>A plugin may publish records of its own; only {@code Event.class} subscribes to them elsewhere.
 *
 * {@snippet lang=java :
 * public record NoteAdded(Instant at, String noteId) implements Event {}
 * }
 */
@API(status = API.Status.STABLE, since = "1.0")
public interface Event {

    /** When it happened. */
    Instant at();

    /** Who may see what an event is about, beside its owner. There will be no others in 1.x. */
    enum Visibility {
        /** Nobody. */
        PRIVATE,
        /** The members of one team. */
        TEAM,
        /** Everybody, also without an account. */
        PUBLIC
    }
}
