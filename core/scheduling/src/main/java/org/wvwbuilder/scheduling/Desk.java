package org.wvwbuilder.scheduling;

import static org.wvwbuilder.scheduling.RunStore.instant;
import static org.wvwbuilder.scheduling.RunStore.query;
import static org.wvwbuilder.scheduling.RunStore.update;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wvwbuilder.plugin.Database;

/** Where the server and a command beside it leave word for each other. All SQL about that stands here. */
record Desk(Database database, InstantSource clock) {

    /** Longer than any command waits for what it asked for. */
    private static final long FORGOTTEN_MILLIS = 60_000;

    /** A job as the server last described it. */
    record Notice(String job, String title, String schedule, Instant next) {}

    /** Somebody's wish that a job runs. */
    record Request(String job, String by) {}

    void describe(ScheduledJob job, Instant next) {
        database.write(connection -> update(
                connection,
                "update jobs_job set title = ?, next = ? where job = ?",
                job.job().title().en(),
                next.toEpochMilli(),
                job.id()));
    }

    /** Takes from the list what this server does not have, and what was asked for before there was anybody to hear it. */
    void open(Collection<String> installed) {
        long now = clock.millis();
        database.write(connection -> {
            var marks = "?,".repeat(installed.size()) + "''";
            return update(
                            connection,
                            "update jobs_job set next = null where job not in (" + marks + ")",
                            installed.toArray())
                    + update(connection, "delete from jobs_request where asked < ?", now - FORGOTTEN_MILLIS);
        });
    }

    List<Notice> notices() {
        return database.read(connection -> {
            var notices = new ArrayList<Notice>();
            try (var rows = query(
                    connection,
                    "select job, title, schedule, next from jobs_job where next is not null order by job")) {
                while (rows.next()) {
                    notices.add(new Notice(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getString(3),
                            instant(rows, 4).orElseThrow()));
                }
            }
            return notices;
        });
    }

    boolean ask(String job, String by) {
        return database.write(connection -> update(
                        connection,
                        "insert into jobs_request (job, asked, by_whom) values (?, ?, ?) on conflict do nothing",
                        job,
                        clock.millis(),
                        by))
                == 1;
    }

    /**
     * The next wish for one of these jobs, which is this server's to fulfil from now on; others may have the rest. The table
     * is empty nearly always.
     */
    Optional<Request> take(Set<String> installed) {
        var waiting = database.read(connection -> {
            try (var rows = query(connection, "select job from jobs_request order by job")) {
                while (rows.next()) {
                    if (installed.contains(rows.getString(1))) return Optional.of(rows.getString(1));
                }
                return Optional.<String>empty();
            }
        });
        return waiting.flatMap(job -> database.write(connection -> {
            try (var rows = query(connection, "delete from jobs_request where job = ? returning by_whom", job)) {
                return rows.next() ? Optional.of(new Request(job, rows.getString(1))) : Optional.<Request>empty();
            }
        }));
    }
}
