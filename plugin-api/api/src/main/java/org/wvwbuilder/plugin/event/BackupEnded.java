package org.wvwbuilder.plugin.event;

import java.time.Duration;
import java.time.Instant;
import org.apiguardian.api.API;
import org.wvwbuilder.plugin.Event;

/**
 * A backup was made and proven, or could not be.
 *
 * {@snippet lang=java :
 * var alarm = new Contribution.Subscription<>(BackupEnded.class, event -> {
 *     if (!event.verified()) context.log().log(System.Logger.Level.WARNING, "No backup: " + event.detail());
 * });
 * }
 *
 * @param id the backup's id; the one that it would have had when there is none
 * @param verified true when the restore drill succeeded; false when there is no new backup
 * @param bytes the size of its file, 0 without one
 * @param took from the first step to the last
 * @param detail what was proven, or why it failed and what to do
 */
@API(status = API.Status.STABLE, since = "1.0")
public record BackupEnded(Instant at, String id, boolean verified, long bytes, Duration took, String detail)
        implements Event {}
