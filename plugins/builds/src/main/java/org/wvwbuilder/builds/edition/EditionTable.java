package org.wvwbuilder.builds.edition;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.wvwbuilder.builds.edition.Change.What;
import org.wvwbuilder.builds.edition.Editions.Placed;
import org.wvwbuilder.builds.store.Sql;

/** The fetched editions in the database; the newest ten are kept. */
record EditionTable(Connection connection) {
    private static final int KEPT = 10;
    private static final String COLUMNS = "id, version, game_build, digest, made_at, checked_at";

    void add(Fetched edition, Map<Language, byte[]> sheets, List<Change> changes) throws SQLException {
        Sql.of(
                        connection,
                        "INSERT INTO builds_editions (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?)",
                        edition.id(),
                        edition.version(),
                        edition.gameBuild().orElse(null),
                        edition.digest(),
                        edition.madeAt().toEpochMilli(),
                        edition.checkedAt().toEpochMilli())
                .run();
        for (var sheet : sheets.entrySet()) {
            Sql.of(
                            connection,
                            "INSERT INTO builds_edition_sheets (edition, language, sheet) VALUES (?, ?, ?)",
                            edition.id(),
                            sheet.getKey().code(),
                            sheet.getValue())
                    .run();
        }
        addChanges(edition.id(), changes);
        forgetOld();
    }

    private void addChanges(String edition, List<Change> changes) throws SQLException {
        var rows = new ArrayList<List<?>>();
        for (var change : changes) {
            rows.add(Arrays.asList(
                    edition,
                    rows.size(),
                    change.kind(),
                    change.id(),
                    change.what().name(),
                    change.before().orElse(null),
                    change.after().orElse(null)));
        }
        Sql.batch(connection, """
                INSERT INTO builds_edition_changes (edition, place, kind, fact, what, name_before, name_after)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", rows.stream());
    }

    private void forgetOld() throws SQLException {
        var kept = newest(KEPT + 1);
        if (kept.size() <= KEPT) return;
        var oldest = kept.getLast().id();
        for (var table : List.of("builds_edition_sheets", "builds_edition_changes")) {
            Sql.of(connection, "DELETE FROM " + table + " WHERE edition <= ?", oldest)
                    .run();
        }
        Sql.of(connection, "DELETE FROM builds_editions WHERE id <= ?", oldest).run();
    }

    void checked(String id, Instant now) throws SQLException {
        Sql.of(connection, "UPDATE builds_editions SET checked_at = ? WHERE id = ?", now.toEpochMilli(), id)
                .run();
    }

    /** Newest first. Ids sort by the time of their making. */
    List<Fetched> newest(int limit) throws SQLException {
        return Sql.of(connection, "SELECT " + COLUMNS + " FROM builds_editions ORDER BY id DESC LIMIT ?", limit)
                .list(EditionTable::edition);
    }

    Map<Language, byte[]> sheets(String edition) throws SQLException {
        record Written(String language, byte[] sheet) {}
        var sheets = new EnumMap<Language, byte[]>(Language.class);
        Sql.of(connection, "SELECT language, sheet FROM builds_edition_sheets WHERE edition = ?", edition)
                .list(row -> new Written(row.getString(1), row.getBytes(2)))
                .forEach(written -> Language.of(written.language).ifPresent(known -> sheets.put(known, written.sheet)));
        return sheets;
    }

    /** A part of a report, within the primary key. @param after the place of the last one seen, or -1 */
    List<Placed> changes(String edition, ChangeFilter wanted, long after, int limit) throws SQLException {
        var text = new StringBuilder("""
                SELECT place, kind, fact, what, name_before, name_after FROM builds_edition_changes
                WHERE edition = ? AND place > ?""");
        var parameters = new ArrayList<Object>(List.of(edition, after));
        wanted.kind().ifPresent(kind -> {
            text.append(" AND kind = ?");
            parameters.add(kind);
        });
        wanted.what().ifPresent(what -> {
            text.append(" AND what = ?");
            parameters.add(what.name());
        });
        parameters.add(limit);
        return new Sql(connection, text.append(" ORDER BY place LIMIT ?").toString(), parameters)
                .list(row -> new Placed(row.getLong("place"), change(row)));
    }

    /** How many changes of which sort each edition has, by its id. */
    Map<String, Map<String, Long>> counts() throws SQLException {
        record Count(String edition, What what, long changes) {}
        var counts = new HashMap<String, Map<String, Long>>();
        Sql.of(
                        connection,
                        "SELECT edition, what, count(*) AS changes FROM builds_edition_changes GROUP BY edition, what")
                .list(row -> new Count(
                        row.getString("edition"), What.valueOf(row.getString("what")), row.getLong("changes")))
                .forEach(count -> counts.computeIfAbsent(count.edition, any -> new TreeMap<>())
                        .put(count.what.toString(), count.changes));
        return counts;
    }

    /** When each fact last changed in a way that matters, by kind and id, such as {@code trait701}. */
    Map<String, Instant> lastChanges() throws SQLException {
        record Last(String fact, long at) {}
        var last = new HashMap<String, Instant>();
        Sql.of(connection, """
                        SELECT c.kind, c.fact, MAX(e.made_at) AS made_at FROM builds_edition_changes c
                        JOIN builds_editions e ON e.id = c.edition
                        WHERE c.what IN ('RENAMED', 'CHANGED', 'GONE') GROUP BY c.kind, c.fact""")
                .list(row -> new Last(row.getString("kind") + row.getInt("fact"), row.getLong("made_at")))
                .forEach(change -> last.put(change.fact, Instant.ofEpochMilli(change.at)));
        return last;
    }

    /** What is gone now, by kind and id. */
    TreeSet<String> gone() throws SQLException {
        record Turn(String fact, What what) {}
        var gone = new TreeSet<String>();
        Sql.of(connection, """
                        SELECT kind, fact, what FROM builds_edition_changes
                        WHERE what IN ('GONE', 'BACK') ORDER BY edition, place""")
                .list(row -> new Turn(row.getString("kind") + row.getInt("fact"), What.valueOf(row.getString("what"))))
                .forEach(turn -> {
                    if (turn.what == What.GONE) gone.add(turn.fact);
                    else gone.remove(turn.fact);
                });
        return gone;
    }

    private static Fetched edition(ResultSet row) throws SQLException {
        int build = row.getInt("game_build");
        return new Fetched(
                row.getString("id"),
                row.getString("version"),
                row.wasNull() ? Optional.empty() : Optional.of(build),
                row.getString("digest"),
                Instant.ofEpochMilli(row.getLong("made_at")),
                Instant.ofEpochMilli(row.getLong("checked_at")));
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getString("kind"),
                row.getInt("fact"),
                What.valueOf(row.getString("what")),
                Optional.ofNullable(row.getString("name_before")),
                Optional.ofNullable(row.getString("name_after")));
    }
}
