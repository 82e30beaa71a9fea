package org.wvwbuilder.dashboard;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wvwbuilder.plugin.Uuid7;
import org.wvwbuilder.testing.TestDatabase;

/**
 * Measures what the log's figures cost with so many activities of a thousand people: {@code FlatFigures 50000}. Prints the
 * median and the 99th percentile of a thousand calls each, in microseconds.
 */
final class FlatFigures {
    private static final int PEOPLE = 1_000;
    private static final int AT_ONCE = 5_000;
    private static final int CALLS = 1_000;

    private FlatFigures() {}

    public static void main(String[] arguments) throws Exception {
        int activities = Integer.parseInt(arguments[0]);
        try (var database = TestDatabase.sqlite();
                var home = new Home(database)) {
            var log = new ActivityLog(home.database());
            var step = Duration.ofDays(30).dividedBy(activities);
            home.clock.advance(Duration.ofDays(-30));
            var some = new ArrayList<Logged>();
            for (int i = 0; i < activities; i++) {
                home.clock.advance(step);
                some.add(one(home, i));
                if (some.size() == AT_ONCE || i == activities - 1) {
                    log.add(List.copyOf(some));
                    some.clear();
                }
            }
            var reader = home.caller("person7");
            measure("stats", () -> home.dashboard.stats(reader));
            measure("activities own", () -> home.dashboard.activities(10, "own", null, reader));
            measure("activities guild", () -> home.dashboard.activities(10, "guild", null, reader));
            measure("charts own", () -> home.dashboard.charts("own", 30, "Europe/Paris", reader));
            measure("charts guild", () -> home.dashboard.charts("guild", 30, "Europe/Paris", reader));
        }
    }

    private static Logged one(Home home, int i) {
        var actor = "person" + i % PEOPLE;
        var audience = i % 3 == 0 ? Logged.own(actor) : Logged.PUBLIC;
        return new Logged(
                Uuid7.next(home.clock),
                home.clock.instant(),
                "build-created",
                actor,
                "b" + i,
                "Build " + i,
                "A new build for Guardian.",
                audience);
    }

    private static void measure(String what, Runnable call) {
        for (int i = 0; i < CALLS; i++) call.run();
        var nanos = new long[CALLS];
        for (int i = 0; i < CALLS; i++) {
            long begun = System.nanoTime();
            call.run();
            nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        System.out.printf("%-18s %6d %6d%n", what, nanos[CALLS / 2] / 1_000, nanos[CALLS * 99 / 100] / 1_000);
    }
}
