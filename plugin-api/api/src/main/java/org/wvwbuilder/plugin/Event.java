package org.wvwbuilder.plugin;

import java.time.Instant;
import org.apiguardian.api.API;

/** Something that happened. Events are records of the plugin API, so that every plugin can read them. */
@API(status = API.Status.STABLE, since = "1.0")
public interface Event {
    Instant at();
}
