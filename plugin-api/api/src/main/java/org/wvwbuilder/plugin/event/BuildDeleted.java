package org.wvwbuilder.plugin.event;

import java.time.Instant;
import java.util.Optional;
import org.apiguardian.api.API;
import org.wvwbuilder.plugin.Event;

/**
 * A build was deleted.
 *
 * {@snippet lang=java :
 * var newest = new ConcurrentHashMap<String, String>();
 * var forgetting = new Contribution.Subscription<>(BuildDeleted.class, event -> newest.remove(event.buildId()));
 * }
 *
 * @param buildId its id, which no other build gets
 * @param ownerId the account that owned it
 * @param editorId the account that deleted it
 * @param name its name
 * @param visibility who saw it until now, and may hear of this
 * @param teamId the team that it was shared with, if any
 */
@API(status = API.Status.STABLE, since = "1.0")
public record BuildDeleted(
        Instant at,
        String buildId,
        String ownerId,
        String editorId,
        String name,
        Visibility visibility,
        Optional<String> teamId)
        implements Event {}
