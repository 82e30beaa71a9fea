package org.wvwbuilder.plugin.event;

import java.time.Instant;
import org.apiguardian.api.API;
import org.wvwbuilder.plugin.Event;

/** A build was deleted. */
@API(status = API.Status.STABLE, since = "1.0")
public record BuildDeleted(Instant at, String buildId, String ownerId, String name) implements Event {}
