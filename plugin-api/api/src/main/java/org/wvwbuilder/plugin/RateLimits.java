package org.wvwbuilder.plugin;

import java.time.Duration;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Refuses what somebody does too often. Offered by the plugin that keeps the accounts; counts in the database, so that a
 * restart forgives nothing and servers that share one count together. Meant for what costs much, as each call is a write.
 *
 * {@snippet lang=java :
 * var solving = new RateLimits.Limit("solve", 60, Duration.ofMinutes(1));
 * context.find(RateLimits.class).ifPresent(limits -> limits.take(solving, caller));
 * }
 */
@API(status = API.Status.STABLE, since = "1.0")
public interface RateLimits {

    /**
     * So often in so long.
     *
     * @param name lower-case words joined by dashes, as the RateLimit header shows it; one for each thing that is limited
     * @param quota 1 or more
     * @param window a second to a day
     */
    record Limit(String name, int quota, Duration window) {
        public Limit {
            if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
                throw new IllegalArgumentException("a limit is named in lower-case words joined by dashes: " + name);
            }
            if (quota < 1) throw new IllegalArgumentException("a limit allows something at least once: " + quota);
            if (window.compareTo(Duration.ofSeconds(1)) < 0 || window.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException("a limit's window is a second to a day: " + window);
            }
        }
    }

    /**
     * Takes one from what the caller may still do: an account's own quota, or that of an address when nobody is signed
     * in.
     *
     * @return the fields RateLimit and RateLimit-Policy, for the answer
     * @throws Problem 429 with Retry-After when nothing is left
     */
    Map<String, String> take(Limit limit, Caller caller);
}
