package org.wvwbuilder.plugin.event;

import java.time.Instant;
import java.util.Optional;
import org.apiguardian.api.API;
import org.wvwbuilder.plugin.Event;

/**
 * A build was deleted.
 *
 * @param editorId the account that deleted it
 * @param visibility private, team or public: who saw it until now, and may hear of this
 * @param teamId the team that it was shared with, if any
 */
@API(status = API.Status.STABLE, since = "1.0")
public record BuildDeleted(
        Instant at,
        String buildId,
        String ownerId,
        String editorId,
        String name,
        String visibility,
        Optional<String> teamId)
        implements Event {}
