package org.wvwbuilder.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Uuid7;
import org.wvwbuilder.testing.Await;
import org.wvwbuilder.testing.OnBothEngines;
import org.wvwbuilder.testing.TestDatabase;

class RecorderTests {
    private static final System.Logger LOG = System.getLogger("plugin.dashboard");

    /** A real database that refuses the next writes. */
    private record Moody(Database real, AtomicInteger refusals) implements Database {
        @Override
        public Engine engine() {
            return real.engine();
        }

        @Override
        public <T> T read(Work<T> work) {
            return real.read(work);
        }

        @Override
        public <T> T write(Work<T> work) {
            if (refusals.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                throw new DatabaseException(DatabaseException.Kind.BUSY, "busy", new SQLException());
            }
            return real.write(work);
        }
    }

    private static Logged one(Home home, int i) {
        return new Logged(
                Uuid7.next(home.clock), home.clock.instant(), "build-created", "anna", "b" + i, "B", "", "public");
    }

    @OnBothEngines
    void whatWaitsWhenThePluginClosesIsWritten(TestDatabase database) throws Exception {
        try (var home = new Home(database)) {
            var activities = new ActivityLog(home.database());
            for (int round = 1; round <= 5; round++) {
                try (var recorder = new Recorder(activities, LOG)) {
                    for (int i = 0; i < 20; i++) recorder.take(one(home, i));
                }
                assertThat(activities.of("anna", DashboardResource.NEWEST, 500)).hasSize(20 * round);
            }
        }
    }

    @OnBothEngines
    void whatTheDatabaseRefusesIsTriedAgainAndCountedOnce(TestDatabase database) throws Exception {
        try (var home = new Home(database)) {
            var refusals = new AtomicInteger(2);
            var activities = new ActivityLog(new Moody(home.database(), refusals));
            try (var recorder = new Recorder(activities, LOG)) {
                recorder.take(one(home, 1));
                Await.until(
                        "it is written",
                        () -> activities.of("anna", DashboardResource.NEWEST, 9).size() == 1);
                assertThat(recorder.dropped()).isZero();
                assertThat(refusals).hasValue(0);
            }
            activities.add(activities.of("anna", DashboardResource.NEWEST, 9));
            assertThat(activities.count(Logged.by("anna"), home.clock.instant()))
                    .isEqualTo(1);
        }
    }

    /** More than it has room for, while nothing is written: it waits, turns away what is too much, and counts that. */
    @OnBothEngines
    void whatIsTooMuchIsTurnedAwayAndCountedAndTheRestIsWritten(TestDatabase database) throws Exception {
        try (var home = new Home(database)) {
            var refusals = new AtomicInteger(1_000_000);
            var activities = new ActivityLog(new Moody(home.database(), refusals));
            try (var recorder = new Recorder(activities, LOG)) {
                recorder.take(one(home, 0));
                Await.until("the first is being tried", () -> refusals.get() < 1_000_000);
                for (int i = 1; i <= 1_000; i++) recorder.take(one(home, i));
                assertThat(recorder.dropped()).as("there is room for so many").isZero();
                recorder.take(one(home, 1_001));
                assertThat(recorder.dropped()).as("and for no more").isEqualTo(1);
                refusals.set(0);
                Await.until(
                        "the others are written",
                        () -> activities.count(Logged.by("anna"), home.clock.instant()) == 1_001);
                assertThat(recorder.dropped()).isEqualTo(1);
            }
        }
    }

    @OnBothEngines
    void aDatabaseThatStaysAwayDoesNotKeepThePluginOpenAndTheLossIsCounted(TestDatabase database) throws Exception {
        try (var home = new Home(database)) {
            var activities = new ActivityLog(new Moody(home.database(), new AtomicInteger(1_000_000)));
            var recorder = new Recorder(activities, LOG);
            for (int i = 0; i < 3; i++) recorder.take(one(home, i));
            long begun = System.nanoTime();
            recorder.close();
            assertThat(System.nanoTime() - begun).isLessThan(8_000_000_000L);
            assertThat(recorder.dropped()).isEqualTo(3);
        }
    }
}
