package org.wvwbuilder.plugin.event;

import java.time.Instant;
import java.util.Optional;
import org.apiguardian.api.API;
import org.wvwbuilder.plugin.Event;

/**
 * A build was created or changed.
 *
 * @param buildId its id
 * @param ownerId the account that owns it
 * @param editorId the account that saved it now
 * @param name its name
 * @param profession the profession's name as in the official API: {@code Guardian}
 * @param chatLink the game's chat link of its template
 * @param visibility private, team or public
 * @param teamId the team that it is shared with, if any
 * @param created true for a new build, false for a change
 */
@API(status = API.Status.STABLE, since = "1.0")
public record BuildSaved(
        Instant at,
        String buildId,
        String ownerId,
        String editorId,
        String name,
        String profession,
        String chatLink,
        String visibility,
        Optional<String> teamId,
        boolean created)
        implements Event {}
