package org.wvwbuilder.scheduling;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Jobs;
import org.wvwbuilder.plugin.Uuid7;

/** The tables of jobs and their runs. All SQL about them stands here, but for what plugins left that are gone. */
final class RunStore {
    static final int KEPT = 100;
    private static final int DETAIL = 1_000;
    private static final String RUN = "id, scheduled, started, ended, outcome, detail, cause, by_whom";

    private final Database database;
    private final InstantSource clock;

    /** Who writes the rows of this process. */
    private final String node;

    RunStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.node = Uuid7.next(clock);
    }

    /**
     * A run that this node has claimed.
     *
     * @param scheduled empty when somebody started it by hand
     */
    record Claim(String id, String job, Optional<Instant> scheduled) {}

    /**
     * Why a job runs.
     *
     * @param scheduled empty when somebody started it by hand
     * @param by who did
     */
    record Cause(String name, Optional<Instant> scheduled, int attempt, String by) {
        static Cause schedule(Instant moment) {
            return new Cause("schedule", Optional.of(moment), 1, "");
        }

        static Cause missed(Instant moment) {
            return new Cause("missed", Optional.of(moment), 1, "");
        }

        static Cause retry(Instant moment, int attempt) {
            return new Cause("retry", Optional.of(moment), attempt, "");
        }

        static Cause hand(String by) {
            return new Cause("hand", Optional.empty(), 1, by);
        }
    }

    /**
     * What is known of another node's run at one moment: as long as that node lives, the next look finds another beat.
     *
     * @param run its id
     */
    record Pulse(String run, long beat) {}

    /** A run that was lost and is worth another try. */
    record Lost(String job, Instant scheduled, int attempt) {}

    /** Since when the job has had this schedule; noted when it is new. */
    Instant since(String job, String schedule) {
        var known = database.read(connection -> {
            try (var rows =
                    query(connection, "select since from jobs_job where job = ? and schedule = ?", job, schedule)) {
                return rows.next() ? instant(rows, 1) : Optional.<Instant>empty();
            }
        });
        return known.orElseGet(() -> note(job, schedule));
    }

    private Instant note(String job, String schedule) {
        return database.write(connection -> {
            update(connection, """
                    insert into jobs_job (job, schedule, since) values (?, ?, ?)
                    on conflict (job) do update set schedule = excluded.schedule, since = excluded.since
                    where jobs_job.schedule <> excluded.schedule
                    """, job, schedule, clock.millis());
            try (var rows = query(connection, "select since from jobs_job where job = ?", job)) {
                rows.next();
                return Instant.ofEpochMilli(rows.getLong(1));
            }
        });
    }

    /** What the job's newest scheduled run was for, from jobs_run_firing. */
    Optional<Instant> lastScheduled(String job) {
        return database.read(connection -> {
            try (var rows = query(connection, "select max(scheduled) from jobs_run where job = ?", job)) {
                return rows.next() ? instant(rows, 1) : Optional.empty();
            }
        });
    }

    /** The same of every job that has one. */
    Map<String, Instant> lastScheduled() {
        return database.read(connection -> {
            var last = new HashMap<String, Instant>();
            try (var rows = query(connection, "select job, max(scheduled) from jobs_run group by job")) {
                while (rows.next()) {
                    var job = rows.getString(1);
                    instant(rows, 2).ifPresent(moment -> last.put(job, moment));
                }
            }
            return last;
        });
    }

    /** Claims a firing, or a run by hand; nothing when another has it, or when the job runs already. */
    Optional<Claim> claim(String job, Cause cause) {
        var claim = new Claim(Uuid7.next(clock), job, cause.scheduled());
        long now = clock.millis();
        int rows = database.write(connection -> {
            // Of this process, but not under way any more: its end did not get on record.
            update(
                    connection,
                    "update jobs_run set outcome = 'lost', ended = ? where outcome = 'running' and job = ? and node = ?",
                    now,
                    job,
                    node);
            return insert(connection, claim, cause, now);
        });
        return rows == 1 ? Optional.of(claim) : Optional.empty();
    }

    /** A run by hand that is at work when a moment of the schedule comes is the run of that moment. */
    void adopt(String job, Instant moment) {
        long at = moment.toEpochMilli();
        database.write(connection -> update(connection, """
                update jobs_run set scheduled = ? where job = ? and outcome = 'running' and scheduled is null
                    and not exists (select 1 from jobs_run where job = ? and scheduled = ?)
                """, at, job, job, at));
    }

    private int insert(Connection connection, Claim claim, Cause cause, long now) throws SQLException {
        return update(
                connection,
                """
                insert into jobs_run
                    (id, job, scheduled, attempt, node, beat, started, ended, outcome, detail, cause, by_whom)
                values (?, ?, ?, ?, ?, ?, ?, null, 'running', '', ?, ?) on conflict do nothing
                """,
                claim.id(),
                claim.job(),
                claim.scheduled().map(Instant::toEpochMilli).orElse(null),
                cause.attempt(),
                node,
                now,
                now,
                cause.name(),
                cause.by());
    }

    /**
     * The newest run of the schedule stays, however many came by hand since: by it is known what is due.
     *
     * @return false when the run was given up meanwhile: then it stays so
     */
    boolean finish(Claim claim, String outcome, String detail) {
        String cut = detail.length() > DETAIL ? detail.substring(0, DETAIL) : detail;
        return database.write(connection -> {
            int ended = update(
                    connection,
                    "update jobs_run set ended = ?, outcome = ?, detail = ? where id = ? and outcome = 'running'",
                    clock.millis(),
                    outcome,
                    cut,
                    claim.id());
            update(connection, """
                    delete from jobs_run where job = ? and outcome <> 'running' and id not in (
                        select id from jobs_run where job = ? order by id desc limit %d)
                        and (scheduled is null
                            or scheduled < (select max(scheduled) from jobs_run where job = ?))
                    """.formatted(KEPT), claim.job(), claim.job(), claim.job());
            return ended == 1;
        });
    }

    /** Says that this node's runs go on. The beat changes each time, also when the clock stands still or is put back. */
    void beat() {
        long now = clock.millis();
        database.write(connection -> update(connection, """
                update jobs_run set beat = case when beat < ? then ? else beat + 1 end
                where outcome = 'running' and node = ?
                """, now, now, node));
    }

    /** The runs of others; from jobs_run_running. */
    List<Pulse> others() {
        return database.read(connection -> {
            var pulses = new ArrayList<Pulse>();
            try (var rows =
                    query(connection, "select id, beat from jobs_run where outcome = 'running' and node <> ?", node)) {
                while (rows.next()) pulses.add(new Pulse(rows.getString(1), rows.getLong(2)));
            }
            return pulses;
        });
    }

    /** Gives up runs of others, but not one that has ended or was heard of since; by primary key. */
    List<Lost> lose(List<Pulse> silent) {
        if (silent.isEmpty()) return List.of();
        return database.write(connection -> {
            var lost = new ArrayList<Lost>();
            for (var pulse : silent) {
                try (var rows = query(connection, """
                        update jobs_run set outcome = 'lost', ended = ?, detail = 'the server ended meanwhile'
                        where id = ? and outcome = 'running' and beat = ? returning job, scheduled, attempt
                        """, clock.millis(), pulse.run(), pulse.beat())) {
                    if (!rows.next()) continue;
                    var job = rows.getString(1);
                    int attempt = rows.getInt(3);
                    instant(rows, 2).ifPresent(scheduled -> lost.add(new Lost(job, scheduled, attempt)));
                }
            }
            return lost;
        });
    }

    /** From jobs_run_newest. */
    List<Jobs.Run> newest(String job, int limit, Optional<String> before) {
        return database.read(connection -> {
            var runs = new ArrayList<Jobs.Run>();
            // Greater than every id, which is hexadecimal, also where a language sorts signs before digits.
            try (var rows = query(
                    connection,
                    "select " + RUN + " from jobs_run where job = ? and id < ? order by id desc limit ?",
                    job,
                    before.orElse("g"),
                    Math.clamp(limit, 0, KEPT))) {
                while (rows.next()) runs.add(run(rows));
            }
            return runs;
        });
    }

    /** The newest run of every job. */
    Map<String, Jobs.Run> last() {
        return database.read(connection -> {
            var runs = new HashMap<String, Jobs.Run>();
            try (var rows = query(
                    connection,
                    "select " + RUN + ", job from jobs_run where id in (select max(id) from jobs_run group by job)")) {
                while (rows.next()) runs.put(rows.getString(9), run(rows));
            }
            return runs;
        });
    }

    private static Jobs.Run run(ResultSet row) throws SQLException {
        return new Jobs.Run(
                row.getString(1),
                instant(row, 2),
                Instant.ofEpochMilli(row.getLong(3)),
                instant(row, 4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }

    static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(value));
    }

    static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            return statement.executeUpdate();
        }
    }

    /** The statement closes with its result. */
    static ResultSet query(Connection connection, String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.closeOnCompletion();
        for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
        return statement.executeQuery();
    }
}
