package org.wvwbuilder.plugin.event;

import java.time.Instant;
import java.util.Optional;
import org.apiguardian.api.API;
import org.wvwbuilder.plugin.Event;

/**
 * A build was created or changed.
 *
 * {@snippet lang=java :
 * var announcing = new Contribution.Subscription<>(BuildSaved.class, event -> {
 *     if (!event.created() || event.visibility() != Event.Visibility.PUBLIC) return;
 *     context.log().log(System.Logger.Level.INFO, event.profession() + ": " + event.name() + " " + event.chatLink());
 * });
 * }
 *
 * @param buildId its id
 * @param ownerId the account that owns it
 * @param editorId the account that saved it now
 * @param name its name
 * @param profession the profession's name as in the official API: {@code Guardian}
 * @param chatLink the game's chat link of its template
 * @param visibility who may see it, and may hear of this
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
        Visibility visibility,
        Optional<String> teamId,
        boolean created)
        implements Event {}
