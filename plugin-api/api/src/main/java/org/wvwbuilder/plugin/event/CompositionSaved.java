package org.wvwbuilder.plugin.event;

import java.time.Instant;
import java.util.Optional;
import org.apiguardian.api.API;
import org.wvwbuilder.plugin.Event;

/**
 * A composition of a squad was created or changed; its players stay with those who may see it.
 *
 * {@snippet lang=java :
 * var announcing = new Contribution.Subscription<>(CompositionSaved.class, event -> {
 *     if (event.visibility() != Event.Visibility.PUBLIC) return;
 *     context.log().log(System.Logger.Level.INFO, (event.created() ? "New: " : "Changed: ") + event.name());
 * });
 * }
 *
 * @param compositionId its id
 * @param ownerId the account that made it; empty once that is gone
 * @param editorId the account that saved it now
 * @param name its name
 * @param visibility who may see it, and may hear of this
 * @param teamId the team that it is shared with, if any
 * @param created true for a new composition, false for a change
 */
@API(status = API.Status.STABLE, since = "1.0")
public record CompositionSaved(
        Instant at,
        String compositionId,
        Optional<String> ownerId,
        String editorId,
        String name,
        Visibility visibility,
        Optional<String> teamId,
        boolean created)
        implements Event {}
