package org.wvwbuilder.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.wvwbuilder.dashboard.DashboardResource.Day;
import org.wvwbuilder.dashboard.DashboardResource.Happened;
import org.wvwbuilder.dashboard.DashboardResource.Profession;
import org.wvwbuilder.dashboard.DashboardResource.Stats;
import org.wvwbuilder.plugin.ActivitySource;
import org.wvwbuilder.plugin.ActivitySource.Activity;
import org.wvwbuilder.plugin.Event;
import org.wvwbuilder.plugin.Event.Visibility;
import org.wvwbuilder.plugin.Identity;
import org.wvwbuilder.plugin.Problem;
import org.wvwbuilder.plugin.event.AccountChanged;
import org.wvwbuilder.plugin.event.BuildDeleted;
import org.wvwbuilder.plugin.event.BuildSaved;
import org.wvwbuilder.plugin.event.CompositionSaved;
import org.wvwbuilder.plugin.event.LogAlert;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

@Timeout(60)
class DashboardResourceTests {

    private static Event build(
            Home home, String who, String name, Visibility visibility, String team, boolean created) {
        return new BuildSaved(
                home.clock.instant(),
                "build-" + name,
                who,
                who,
                name,
                "Guardian",
                "[&DQ=]",
                visibility,
                Optional.ofNullable(team),
                created);
    }

    @OnBothEngines
    void everythingThatHappensIsLoggedOnceAsItWas(TestDatabase database) throws Exception {
        try (var home = new Home(database)) {
            home.tell(build(home, "anna", "one", Visibility.PUBLIC, null, true));
            home.clock.advance(Duration.ofMinutes(1));
            home.tell(build(home, "anna", "one", Visibility.PUBLIC, null, false));
            home.tell(new CompositionSaved(
                    home.clock.instant(),
                    "c",
                    Optional.of("bob"),
                    "anna",
                    "Zerg",
                    Visibility.PRIVATE,
                    Optional.empty(),
                    true));
            home.tell(new BuildDeleted(
                    home.clock.instant(), "build-one", "anna", "anna", "one", Visibility.PUBLIC, Optional.empty()));
            home.settle("anna", 4);
            var page = home.dashboard.activities(10, "own", null, home.caller("anna"));
            assertThat(page.items())
                    .extracting(Happened::type)
                    .containsExactly("build-deleted", "composition-created", "build-changed", "build-created");
            assertThat(page.items().getLast().timestamp())
                    .isEqualTo(home.clock.instant().minusSeconds(60));
            assertThat(page.items().getFirst().subjectId()).isEqualTo("build-one");
            assertThat(home.dashboard.stats(home.caller("anna"))).isEqualTo(new Stats(0, 0, 0, 4));
            assertThat(home.dashboard.stats(home.caller("bob"))).isEqualTo(new Stats(0, 0, 0, 0));
        }
    }

    @OnBothEngines
    void theGuildsLogShowsWhatItsReaderMaySee(TestDatabase database) throws Exception {
        try (var home = new Home(database)) {
            home.teams.put("bob", List.of("t1"));
            home.tell(build(home, "anna", "open", Visibility.PUBLIC, null, true));
            home.tell(build(home, "anna", "shared", Visibility.TEAM, "t1", true));
            home.tell(build(home, "anna", "secret", Visibility.PRIVATE, null, true));
            home.tell(new LogAlert(home.clock.instant(), "storm", "application", 3, Duration.ofMinutes(5), "canary"));
            home.settle("anna", 3);
            assertThat(home.guild("anna")).containsExactly("secret", "open");
            assertThat(home.guild("bob")).containsExactly("shared", "open");
            assertThat(home.guild("cora")).containsExactly("open");
            assertThat(home.guild("admin")).containsExactly("storm", "open");
            assertThat(home.dashboard
                            .activities(1, "guild", null, home.caller("cora"))
                            .items()
                            .getFirst()
                            .actor())
                    .contains("Name of anna");
            // Once it is private, nobody else reads that it was there.
            home.tell(build(home, "anna", "open", Visibility.PRIVATE, null, false));
            home.settle("anna", 4);
            assertThat(home.guild("cora")).isEmpty();
            home.tell(build(home, "anna", "open", Visibility.PUBLIC, null, false));
            home.settle("anna", 5);
            var shared = home.dashboard.activities(1, "guild", null, home.caller("cora"));
            assertThat(shared.items().getFirst().type()).isEqualTo("build-shared");
        }
    }

    @OnBothEngines
    void whatIsMadeMoreOpenTellsNothingOfItsPast(TestDatabase database) throws Exception {
        try (var home = new Home(database)) {
            home.teams.put("bob", List.of("t1"));
            home.teams.put("dora", List.of("t2"));
            home.tell(saved(home, "canary", Visibility.PRIVATE, null));
            home.tell(saved(home, "canary again", Visibility.PRIVATE, null));
            home.tell(saved(home, "of one", Visibility.TEAM, "t1"));
            home.settle("anna", 3);
            assertThat(home.guild("bob")).containsExactly("of one");
            home.tell(saved(home, "of two", Visibility.TEAM, "t2"));
            home.settle("anna", 4);
            assertThat(home.guild("bob")).isEmpty();
            assertThat(home.guild("dora")).containsExactly("of two");
            home.tell(saved(home, "of all", Visibility.PUBLIC, null));
            home.settle("anna", 5);
            assertThat(home.guild("bob")).containsExactly("of all");
            assertThat(home.guild("dora")).containsExactly("of all", "of two");
            assertThat(home.guild("anna")).containsExactly("of all", "of one", "canary again", "canary");
            home.tell(saved(home, "of one again", Visibility.TEAM, "t1"));
            home.settle("anna", 6);
            assertThat(home.guild("bob")).containsExactly("of one again", "of all");
            assertThat(home.guild("dora")).isEmpty();
            assertThat(home.guild("cora")).isEmpty();
        }
    }

    private static Event saved(Home home, String name, Visibility visibility, String team) {
        return new BuildSaved(
                home.clock.instant(),
                "b",
                "anna",
                "anna",
                name,
                "Guardian",
                "[&DQ=]",
                visibility,
                Optional.ofNullable(team),
                false);
    }

    @OnBothEngines
    void pagesGoOnIntoWhatIsOlderThanTheLog(TestDatabase database) throws Exception {
        try (var home = new Home(database)) {
            home.source("builds", 3, 1, 8, 20, 40);
            home.source("compositions", 2, 2);
            for (int i = 0; i < 3; i++) home.tell(build(home, "anna", "n" + i, Visibility.PUBLIC, null, true));
            home.settle("anna", 3);
            assertThat(home.dashboard.stats(home.caller("anna"))).isEqualTo(new Stats(3, 2, 0, 7));
            for (int limit = 1; limit <= 8; limit++) {
                var titles = new ArrayList<String>();
                String cursor = null;
                do {
                    var page = home.dashboard.activities(limit, "own", cursor, home.caller("anna"));
                    page.items().forEach(one -> titles.add(one.title()));
                    cursor = page.nextCursor().orElse(null);
                } while (cursor != null);
                assertThat(titles)
                        .as("pages of %d", limit)
                        .containsExactly("n2", "n1", "n0", "1", "2", "8", "20", "40");
            }
            home.clock.advance(Duration.ofDays(31));
            assertThat(home.dashboard.stats(home.caller("anna")).recentActivityCount())
                    .isZero();
        }
    }

    @OnBothEngines
    void chartsCountTheDaysOfTheReadersZone(TestDatabase database) throws Exception {
        try (var home = new Home(database)) {
            home.clock.set(Instant.parse("2026-11-20T23:30:00Z"));
            home.tell(build(home, "anna", "late", Visibility.PUBLIC, null, true));
            home.settle("anna", 1);
            var paris = home.dashboard.charts("own", 2, "Europe/Paris", home.caller("anna"));
            assertThat(paris.days()).containsExactly(new Day("2026-11-20", 0), new Day("2026-11-21", 1));
            var newYork = home.dashboard.charts("guild", 2, "America/New_York", home.caller("bob"));
            assertThat(newYork.days()).containsExactly(new Day("2026-11-19", 0), new Day("2026-11-20", 1));
            home.source("builds", 3);
            assertThat(home.dashboard
                            .charts("own", 1, "UTC", home.caller("anna"))
                            .professions())
                    .containsExactly(new Profession("Guardian", 2), new Profession("Necromancer", 1));
        }
    }

    @OnBothEngines
    void whatIsNotRightIsRefused(TestDatabase database) throws Exception {
        try (var home = new Home(database)) {
            var anna = home.caller("anna");
            assertThatThrownBy(() -> home.dashboard.activities(0, "own", null, anna))
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() -> home.dashboard.activities(201, "own", null, anna))
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() -> home.dashboard.activities(1, "all", null, anna))
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() -> home.dashboard.activities(1, "own", "past.x", anna))
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() -> home.dashboard.charts("own", 91, "UTC", anna))
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() -> home.dashboard.charts("own", 1, "Mars/Base", anna))
                    .isInstanceOf(Problem.class);
        }
    }

    @OnBothEngines
    void anAccountThatIsGoneLeavesNothing(TestDatabase database) throws Exception {
        try (var home = new Home(database)) {
            home.tell(build(home, "anna", "one", Visibility.PUBLIC, null, true));
            home.tell(build(home, "bob", "two", Visibility.PUBLIC, null, true));
            home.settle("bob", 1);
            home.tell(new AccountChanged(home.clock.instant(), "anna", AccountChanged.Change.DELETED));
            assertThat(home.guild("cora")).containsExactly("two");
            assertThat(home.dashboard.stats(home.caller("anna")).recentActivityCount())
                    .isZero();
            // It was in the recorder's hands when the account went.
            home.tell(build(home, "anna", "late", Visibility.PUBLIC, null, true));
            home.settle("anna", 1);
            home.personal().forget("anna");
            assertThat(home.guild("cora")).containsExactly("two");
            assertThat(home.personal().of("anna")).isEmpty();
        }
    }

    @OnBothEngines
    void whatIsOlderThanThirteenMonthsIsForgotten(TestDatabase database) throws Exception {
        try (var home = new Home(database)) {
            home.tell(build(home, "anna", "old", Visibility.PUBLIC, null, true));
            home.settle("anna", 1);
            home.clock.advance(Duration.ofDays(399));
            assertThat(home.forget()).isEqualTo("forgot 0 activities");
            home.tell(build(home, "anna", "new", Visibility.PUBLIC, null, true));
            home.settle("anna", 2);
            home.clock.advance(Duration.ofDays(2));
            assertThat(home.forget()).isEqualTo("forgot 1 activities");
            assertThat(home.guild("cora")).containsExactly("new");
        }
    }

    /** A source with one thing for each of these ages in days. */
    static ActivitySource source(Instant now, String name, long total, int... days) {
        var all = IntStream.of(days)
                .mapToObj(
                        age -> new Activity("id" + age, "build-created", "" + age, "", now.minus(age, ChronoUnit.DAYS)))
                .sorted(Comparator.comparing(Activity::timestamp).reversed())
                .toList();
        return new ActivitySource() {
            @Override
            public Map<String, Long> totals(Identity person) {
                return Map.of(name, total);
            }

            @Override
            public Map<String, Long> professions(Identity person) {
                return new HashMap<>(Map.of("Necromancer", 1L, "Guardian", 2L));
            }

            @Override
            public long between(Identity person, Instant after, Instant upTo) {
                return all.stream()
                        .filter(one -> one.timestamp().isAfter(after)
                                && !one.timestamp().isAfter(upTo))
                        .count();
            }

            @Override
            public List<Activity> newest(Identity person, int limit) {
                return all.stream().limit(limit).toList();
            }
        };
    }
}
