package org.wvwbuilder.plugin.event;

import java.time.Duration;
import java.time.Instant;
import org.apiguardian.api.API;
import org.wvwbuilder.plugin.Event;

/**
 * The entries of a log became what a rule of the operator's warns of. Told once when it begins to hold.
 *
 * {@snippet lang=java :
 * var alarm = new Contribution.Subscription<>(LogAlert.class, event -> System.out.println(
 *         event.rule() + ": " + event.count() + " within " + event.within().toSeconds() + " s, such as " + event.sample()));
 * }
 *
 * @param rule the rule's name in the configuration
 * @param source the log: {@code application}
 * @param count how many entries there were
 * @param within how long it took at most, as the rule says
 * @param sample the message of the newest of them, one line, its control characters spelled out
 */
@API(status = API.Status.STABLE, since = "1.0")
public record LogAlert(Instant at, String rule, String source, int count, Duration within, String sample)
        implements Event {}
