package org.wvwbuilder.auth.throttle;

import java.time.Duration;
import java.util.Locale;

/** How often something may fail or be tried. The names stand in the RateLimit header. */
public enum Limit {
    /** Wrong passwords for one name, known or not, from browsers that never signed in with it. */
    SIGN_IN(5, Duration.ofMinutes(15), true),
    /** Wrong passwords from a browser that signed in to the account before: nobody else can use these up. */
    DEVICE(10, Duration.ofMinutes(15), true),
    /** Wrong passwords from one address. Generous, as a guild may sit behind one; right ones are not counted. */
    ADDRESS(300, Duration.ofMinutes(15), false),
    /** Wrong current passwords of one account, from somebody who holds a session of it. */
    PASSWORD(5, Duration.ofMinutes(15), true),
    /** Applications for an account from one address, good ones too: each costs a hash. */
    REGISTER(100, Duration.ofHours(1), false),
    /** Setup tokens and invitations from one address that are none. */
    CODE(20, Duration.ofMinutes(15), false),
    /** Refresh tokens from one address that are none. */
    REFRESH(300, Duration.ofMinutes(15), false),
    /** Refused sign-ins that the audit log takes down, of the whole server: nobody is to fill its disk. */
    AUDIT(200, Duration.ofHours(1), false);

    private static final Duration FIRST_DELAY = Duration.ofSeconds(30);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

    final int quota;
    final Duration window;
    /** Whether each try beyond the quota doubles the delay; else the rest of the window is waited for. */
    final boolean growing;

    Limit(int quota, Duration window, boolean growing) {
        this.quota = quota;
        this.window = window;
        this.growing = growing;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How long to wait after the quota was used up and {@code beyond} further tries. */
    static Duration delay(int beyond) {
        var delay = FIRST_DELAY.multipliedBy(1L << Math.min(beyond, 20));
        return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    }
}
