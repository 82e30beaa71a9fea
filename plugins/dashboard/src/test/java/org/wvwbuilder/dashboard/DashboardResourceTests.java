package org.wvwbuilder.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.dashboard.DashboardResource.Stats;
import org.wvwbuilder.plugin.ActivitySource;
import org.wvwbuilder.plugin.ActivitySource.Activity;
import org.wvwbuilder.plugin.Caller;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.plugin.Problem;

class DashboardResourceTests {
    private static final Instant NOW = Instant.parse("2026-11-20T20:00:00Z");
    private static final Caller ANNA = caller(Optional.of(new Identity("anna", "Anna", Set.of("member"), "s")));

    private final ActivitySource builds = source(Map.of("builds", 3L), 1, 8, 40);
    private final ActivitySource squads = source(Map.of("compositions", 2L, "teams", 1L, "other", 9L), 2, 3);

    @Test
    void whatAllSourcesHaveIsAddedUp() {
        assertThat(dashboard(builds, squads).stats(ANNA)).isEqualTo(new Stats(3, 2, 1, 4));
        assertThat(dashboard().stats(ANNA)).isEqualTo(new Stats(0, 0, 0, 0));
    }

    @Test
    void activitiesOfAllSourcesStandNewestFirst() {
        var page = dashboard(builds, squads).activities(3, ANNA);
        assertThat(page.items()).extracting(Activity::id).containsExactly("1", "2", "3");
        assertThat(page.nextCursor()).isNull();
        assertThat(dashboard(builds, squads).activities(200, ANNA).items()).hasSize(5);
    }

    @Test
    void aLimitOutOfBoundsIsRefused() {
        assertThat(catchThrowableOfType(Problem.class, () -> dashboard().activities(0, ANNA))
                        .status())
                .isEqualTo(422);
        assertThat(catchThrowableOfType(Problem.class, () -> dashboard().activities(201, ANNA))
                        .status())
                .isEqualTo(422);
    }

    private static DashboardResource dashboard(ActivitySource... sources) {
        return new DashboardResource(() -> List.of(sources), InstantSource.fixed(NOW));
    }

    /** A source with one activity for each of these ages in days. */
    private static ActivitySource source(Map<String, Long> totals, int... days) {
        var all = java.util.stream.IntStream.of(days)
                .mapToObj(age -> new Activity("" + age, "made", "t", "", NOW.minusSeconds(age * 86_400L)))
                .sorted(Comparator.comparing(Activity::timestamp).reversed())
                .toList();
        return new ActivitySource() {
            @Override
            public Map<String, Long> totals(Identity person) {
                return totals;
            }

            @Override
            public long since(Identity person, Instant instant) {
                return all.stream()
                        .filter(activity -> activity.timestamp().isAfter(instant))
                        .count();
            }

            @Override
            public List<Activity> newest(Identity person, int limit) {
                return all.stream().limit(limit).toList();
            }
        };
    }

    private static Caller caller(Optional<Identity> identity) {
        return new Caller(identity, "127.0.0.1", "test", false, "http://localhost", "r");
    }
}
