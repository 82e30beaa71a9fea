package org.wvwbuilder.auth.throttle;

import java.time.Duration;
import org.wvwbuilder.plugin.RateLimits;

/**
 * How often something may fail or be tried.
 *
 * @param text its name in the RateLimit header
 * @param growing whether each try beyond the quota doubles the delay; else the rest of the window is waited for
 */
public record Limit(String text, int quota, Duration window, boolean growing) {
    /** Wrong passwords for one name, known or not, from browsers that never signed in with it. */
    public static final Limit SIGN_IN = new Limit("sign-in", 5, Duration.ofMinutes(15), true);
    /** Wrong passwords from a browser that signed in to the account before: nobody else can use these up. */
    public static final Limit DEVICE = new Limit("device", 10, Duration.ofMinutes(15), true);
    /** Wrong passwords from one address. Generous, as a guild may sit behind one; right ones are not counted. */
    public static final Limit ADDRESS = new Limit("address", 300, Duration.ofMinutes(15), false);
    /** Wrong current passwords of one account, from somebody who holds a session of it. */
    public static final Limit PASSWORD = new Limit("password", 5, Duration.ofMinutes(15), true);
    /** Applications for an account from one address, good ones too: each costs a hash. */
    public static final Limit REGISTER = new Limit("register", 100, Duration.ofHours(1), false);
    /** Setup tokens, invitations and links for a new password from one address that are none. */
    public static final Limit CODE = new Limit("code", 20, Duration.ofMinutes(15), false);
    /** Refresh tokens from one address that are none. */
    public static final Limit REFRESH = new Limit("refresh", 300, Duration.ofMinutes(15), false);
    /** Refused sign-ins that the audit log takes down, of the whole server: nobody is to fill its disk. */
    public static final Limit AUDIT = new Limit("audit", 200, Duration.ofHours(1), false);
    /** Exports of one account: each reads everything that it has. */
    public static final Limit EXPORT = new Limit("export", 10, Duration.ofHours(1), false);

    private static final Duration FIRST_DELAY = Duration.ofSeconds(30);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

    /** One of another plugin, whose name cannot be that of one of ours. */
    static Limit of(RateLimits.Limit limit) {
        return new Limit("plugin-" + limit.name(), limit.quota(), limit.window(), false);
    }

    /** How long to wait after the quota was used up and {@code beyond} further tries. */
    static Duration delay(int beyond) {
        var delay = FIRST_DELAY.multipliedBy(1L << Math.min(beyond, 20));
        return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    }
}
