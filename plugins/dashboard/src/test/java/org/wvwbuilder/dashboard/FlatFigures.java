package org.wvwbuilder.dashboard;

import java.util.Arrays;
import org.wvwbuilder.testing.TestDatabase;

/**
 * Measures what the log's figures cost with so many activities of a thousand people: {@code FlatFigures 50000}. Prints the
 * median and the 99th percentile of a thousand calls each, in microseconds.
 */
final class FlatFigures {
    private static final int CALLS = 1_000;
    private static final long MONTH = 30L * 86_400_000;

    private static final String FILL = """
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?)
            INSERT INTO dashboard_activities
            SELECT printf('%08x-0000-7000-8000-000000000000', i), ? + i * ? / ?, 'build-created',
                'person' || (i % 1000), 'b' || i, 'Build ' || i, 'A new build for Guardian.',
                CASE WHEN i % 3 = 0 THEN 'own:person' || (i % 1000) ELSE 'public' END
            FROM n""";

    private static final String COUNT_PEOPLE = """
            INSERT INTO dashboard_counts
            SELECT 'by:' || actor, at / 900000, COUNT(*) FROM dashboard_activities GROUP BY 1, 2""";

    private static final String COUNT_AUDIENCES = """
            INSERT INTO dashboard_counts
            SELECT audience, at / 900000, COUNT(*) FROM dashboard_activities GROUP BY 1, 2""";

    private FlatFigures() {}

    public static void main(String[] arguments) throws Exception {
        int activities = Integer.parseInt(arguments[0]);
        try (var database = TestDatabase.sqlite();
                var home = new Home(database)) {
            home.database().write(connection -> {
                long begin = home.clock.millis() - MONTH;
                Sql.of(connection, FILL, activities, begin, MONTH, activities).run();
                Sql.of(connection, COUNT_PEOPLE).run();
                Sql.of(connection, COUNT_AUDIENCES).run();
                return null;
            });
            var reader = home.caller("person7");
            measure("stats", () -> home.dashboard.stats(reader));
            measure("activities own", () -> home.dashboard.activities(10, "own", null, reader));
            measure("activities guild", () -> home.dashboard.activities(10, "guild", null, reader));
            measure("charts own", () -> home.dashboard.charts("own", 30, "Europe/Paris", reader));
            measure("charts guild", () -> home.dashboard.charts("guild", 30, "Europe/Paris", reader));
        }
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
