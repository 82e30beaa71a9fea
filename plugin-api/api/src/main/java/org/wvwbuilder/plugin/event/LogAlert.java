package org.wvwbuilder.plugin.event;

import java.time.Instant;
import org.apiguardian.api.API;
import org.wvwbuilder.plugin.Event;

/**
 * The entries of a log became what a rule of the operator's warns of. Told once when it begins to hold.
 *
 * @param rule the rule's name in the configuration
 * @param source the log: {@code application}
 * @param count how many entries there were
 * @param seconds within how many seconds
 * @param sample the message of the newest of them, one line, its control characters spelled out
 */
@API(status = API.Status.STABLE, since = "1.0")
public record LogAlert(Instant at, String rule, String source, int count, long seconds, String sample)
        implements Event {}
