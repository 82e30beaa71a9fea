package org.wvwbuilder.auth.throttle;

import java.util.Map;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.plugin.RateLimits;

/** The rate limits of other plugins, counted where ours are. */
public final class Allowances implements RateLimits {
    private final Throttle throttle;

    public Allowances(Throttle throttle) {
        this.throttle = throttle;
    }

    @Override
    public Map<String, String> take(RateLimits.Limit limit, Caller caller) {
        var counted = org.wvwbuilder.auth.throttle.Limit.of(limit);
        var budget = caller.identity()
                .map(Identity::id)
                .map(id -> throttle.budget(counted, id))
                .orElseGet(() -> throttle.ofAddress(counted, caller.address()));
        return throttle.spend(budget).headers();
    }
}
