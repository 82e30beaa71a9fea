package org.wvwbuilder.auth.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.auth.sql.Cursor;
import org.wvwbuilder.auth.sql.Rows;
import org.wvwbuilder.auth.throttle.Limit;
import org.wvwbuilder.auth.throttle.Throttle;
import org.wvwbuilder.plugin.Database;
import org.wvwbuilder.plugin.Page;
import org.wvwbuilder.plugin.Uuid7;

/**
 * The audit log. A line is written in the transaction of what it tells: neither stands without the other. Lines are
 * never changed, and deleted by their age only.
 */
public final class Audit {
    private static final String DONE = "done";
    private static final String REFUSED = "refused";

    private final Database database;
    private final Throttle throttle;
    private final Duration kept;
    private final InstantSource clock;

    public Audit(Database database, Throttle throttle, Duration kept, InstantSource clock) {
        this.database = database;
        this.throttle = throttle;
        this.kept = kept;
        this.clock = clock;
    }

    /** Takes down what was done, within the caller's transaction. No secret may be in the detail. */
    public void note(Connection connection, Actor actor, Action action, Subject subject, String detail)
            throws SQLException {
        insert(connection, actor, action, DONE, subject, detail);
    }

    /** Takes down what was tried in vain: of the whole server a bounded number in an hour, as anybody can try. */
    public void refused(Connection connection, Actor actor, Action action, Subject subject, String detail)
            throws SQLException {
        var spent = throttle.spend(connection, List.of(throttle.budget(Limit.AUDIT, action.text())));
        if (spent.refused()) return;
        var last = spent.standing().remaining() == 0 ? "; no more of these are taken down for an hour" : "";
        insert(connection, actor, action, REFUSED, subject, detail + last);
    }

    /** The newest first. Each filter alone is served by an index of its own. */
    public Page<Entry> page(Filter filter, Cursor cursor, int limit) {
        var sql = new StringBuilder("SELECT * FROM auth_audit WHERE 1 = 1");
        var arguments = new ArrayList<Object>();
        and(sql, arguments, " AND action = ?", filter.action());
        and(sql, arguments, " AND actor = ?", filter.actor());
        and(sql, arguments, " AND subject = ?", filter.subject());
        and(sql, arguments, " AND at >= ?", filter.since().map(Instant::toEpochMilli));
        and(sql, arguments, " AND at < ?", filter.until().map(Instant::toEpochMilli));
        if (!cursor.after().isEmpty()) {
            var position = Position.parse(cursor.after());
            sql.append(" AND (at, id) < (?, ?)");
            arguments.add(position.at());
            arguments.add(position.id());
        }
        sql.append(" ORDER BY at DESC, id DESC LIMIT ?");
        arguments.add(limit + 1);
        var found =
                database.read(connection -> Rows.all(connection, sql.toString(), Audit::entry, arguments.toArray()));
        if (found.size() <= limit) return new Page<>(found);
        var page = found.subList(0, limit);
        return new Page<>(
                page, Optional.of(new Cursor(Position.of(page.getLast()).text()).text()));
    }

    /** Deletes the lines that are old enough. @return what was done, for the job's record */
    public String purge() {
        long before = clock.millis() - kept.toMillis();
        int gone = database.write(connection -> Rows.change(connection, "DELETE FROM auth_audit WHERE at < ?", before));
        return gone + " lines older than " + kept.toDays() + " days deleted";
    }

    private static void and(StringBuilder sql, List<Object> arguments, String clause, java.util.Optional<?> value) {
        value.ifPresent(argument -> {
            sql.append(clause);
            arguments.add(argument);
        });
    }

    private void insert(
            Connection connection, Actor actor, Action action, String outcome, Subject subject, String detail)
            throws SQLException {
        Rows.change(
                connection,
                """
                INSERT INTO auth_audit (id, at, action, outcome, actor, actor_name, subject, subject_name, address,
                    agent, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                Uuid7.next(clock),
                clock.millis(),
                action.text(),
                outcome,
                actor.id(),
                actor.name(),
                subject.id(),
                subject.name(),
                actor.client().address(),
                actor.client().agent(),
                detail);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("id"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getString("action"),
                row.getString("outcome"),
                row.getString("actor"),
                row.getString("actor_name"),
                row.getString("subject"),
                row.getString("subject_name"),
                row.getString("address"),
                row.getString("agent"),
                row.getString("detail"));
    }
}
