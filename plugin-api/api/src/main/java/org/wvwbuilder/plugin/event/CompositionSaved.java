package org.wvwbuilder.plugin.event;

import java.time.Instant;
import java.util.Optional;
import org.apiguardian.api.API;
import org.wvwbuilder.plugin.Event;

/**
 * A composition of a squad was created or changed; its players stay with those who may see it.
 *
 * @param compositionId its id
 * @param ownerId the account that made it, empty once that is gone
 * @param editorId the account that saved it now
 * @param name its name
 * @param visibility private, team or public
 * @param teamId the team that it is shared with, if any
 * @param created true for a new composition, false for a change
 */
@API(status = API.Status.STABLE, since = "1.0")
public record CompositionSaved(
        Instant at,
        String compositionId,
        String ownerId,
        String editorId,
        String name,
        String visibility,
        Optional<String> teamId,
        boolean created)
        implements Event {}
