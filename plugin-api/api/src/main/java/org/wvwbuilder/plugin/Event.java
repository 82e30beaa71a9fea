package org.wvwbuilder.plugin;

import java.time.Instant;
import org.apiguardian.api.API;

/**
 * Something that happened. Events are public records of the plugin API, so that every plugin can read them, also one that
 * knows no more of them than their components. An event about a thing that not everybody may see has a component {@code
 * visibility}, with private, team or public: who hears of it only passes it on to those who may see that.
 */
@API(status = API.Status.STABLE, since = "1.0")
public interface Event {
    Instant at();
}
