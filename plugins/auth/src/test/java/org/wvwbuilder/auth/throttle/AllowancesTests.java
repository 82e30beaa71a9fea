package org.wvwbuilder.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.wvwbuilder.auth.Installation;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.RateLimits;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class AllowancesTests {
    private static final RateLimits.Limit SOLVE = new RateLimits.Limit("solve", 3, Duration.ofMinutes(1));

    private static Caller caller(Optional<String> account, String address) {
        var identity = account.map(id -> new Identity(id, id, Set.of("member"), "session"));
        return new Caller(identity, address, "", false, "http://127.0.0.1:8000", "r1");
    }

    @OnBothEngines
    void eachAccountHasItsOwnQuotaWhicheverServerItAsks(TestDatabase database) throws Exception {
        try (var house = Installation.of(database);
                var other = Installation.command(database, house.clock)) {
            var bron = caller(Optional.of("bron"), "203.0.113.7");
            var limits = house.offer(RateLimits.class);
            assertThat(limits.take(SOLVE, bron))
                    .containsEntry("RateLimit-Policy", "\"plugin-solve\";q=3;w=60")
                    .containsEntry("RateLimit", "\"plugin-solve\";r=2;t=60");
            other.offer(RateLimits.class).take(SOLVE, bron);
            limits.take(SOLVE, bron);
            assertThatThrownBy(() -> other.offer(RateLimits.class).take(SOLVE, bron))
                    .isInstanceOfSatisfying(Problem.class, refused -> {
                        assertThat(refused.status()).isEqualTo(429);
                        assertThat(refused.headers()).containsEntry("Retry-After", "60");
                    });
            limits.take(SOLVE, caller(Optional.of("nelly"), "203.0.113.7"));
            house.clock.advance(Duration.ofMinutes(1));
            limits.take(SOLVE, bron);
        }
    }

    @OnBothEngines
    void whoIsNotSignedInIsKnownByTheAddress(TestDatabase database) throws Exception {
        try (var house = Installation.of(database)) {
            var limits = house.offer(RateLimits.class);
            for (int i = 0; i < 3; i++) limits.take(SOLVE, caller(Optional.empty(), "203.0.113.7"));
            assertThatThrownBy(() -> limits.take(SOLVE, caller(Optional.empty(), "203.0.113.7")))
                    .isInstanceOf(Problem.class);
            limits.take(SOLVE, caller(Optional.empty(), "203.0.113.8"));
        }
    }
}
