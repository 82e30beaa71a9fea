package org.wvwbuilder.squads.composition;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wvwbuilder.squads.sql.Sql;
import org.wvwbuilder.squads.web.Words;

/** The SQL of the compositions; each statement names the index that serves it. */
final class CompositionTable {
    private static final String INSERT = """
            INSERT INTO squads_compositions (id, owner, team_id, name, name_lower, rule_set, tags, notes, visibility,
                template, body, share_code, changed_by, updated_at, created_at, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)""";

    /** By the primary key. */
    private static final String UPDATE = """
            UPDATE squads_compositions SET owner = ?, team_id = ?, name = ?, name_lower = ?, rule_set = ?, tags = ?,
                notes = ?, visibility = ?, template = ?, body = ?, share_code = ?, changed_by = ?, updated_at = ?,
                version = version + 1
            WHERE id = ? AND version = ?""";

    private final Connection connection;

    CompositionTable(Connection connection) {
        this.connection = connection;
    }

    void insert(List<Composition> compositions) throws SQLException {
        Sql.batch(connection, INSERT, compositions.stream().map(composition -> {
            var values = new ArrayList<Object>();
            values.add(composition.id());
            values.addAll(values(composition));
            values.add(composition.createdAt().toEpochMilli());
            return values;
        }));
    }

    /** @return false when another transaction was faster */
    boolean update(Composition composition) throws SQLException {
        var values = values(composition);
        values.add(composition.id());
        values.add(composition.version());
        return new Sql(connection, UPDATE, values).run() == 1;
    }

    /** A link is no change of the composition: its version stays. */
    void share(String id, Optional<String> code) throws SQLException {
        Sql.of(connection, "UPDATE squads_compositions SET share_code = ? WHERE id = ?", code.orElse(null), id)
                .run();
    }

    void delete(String id) throws SQLException {
        Sql.of(connection, "DELETE FROM squads_history WHERE composition_id = ?", id)
                .run();
        Sql.of(connection, "DELETE FROM squads_compositions WHERE id = ?", id).run();
    }

    Optional<Composition> find(String id) throws SQLException {
        return Sql.of(connection, "SELECT * FROM squads_compositions WHERE id = ?", id)
                .first(CompositionTable::composition);
    }

    /** By squads_compositions_shared. */
    Optional<Composition> shared(String code) throws SQLException {
        return Sql.of(connection, "SELECT * FROM squads_compositions WHERE share_code = ?", code)
                .first(CompositionTable::composition);
    }

    /** By the index of the sort: squads_compositions_by_owner, _updated, _named, or the primary key. */
    List<Composition> list(Listing listing) throws SQLException {
        var parameters = new ArrayList<Object>();
        var where = listing.where(parameters);
        return new Sql(connection, "SELECT * FROM squads_compositions" + where, parameters)
                .list(CompositionTable::composition);
    }

    /** By squads_compositions_by_owner. */
    List<Composition> behind(String owner, Optional<Composition> last, int limit) throws SQLException {
        return Sql.of(
                        connection,
                        """
                        SELECT * FROM squads_compositions WHERE owner = ? AND (updated_at, id) > (?, ?)
                        ORDER BY updated_at, id LIMIT ?
                        """,
                        owner,
                        last.map(one -> one.updatedAt().toEpochMilli()).orElse(Long.MIN_VALUE),
                        last.map(Composition::id).orElse(""),
                        limit)
                .list(CompositionTable::composition);
    }

    /** By squads_compositions_by_owner. */
    List<Composition> newest(String owner, int limit) throws SQLException {
        return Sql.of(
                        connection,
                        "SELECT * FROM squads_compositions WHERE owner = ? ORDER BY updated_at DESC, id DESC LIMIT ?",
                        owner,
                        limit)
                .list(CompositionTable::composition);
    }

    /** Within squads_compositions_by_owner. */
    long between(String owner, Instant after, Instant upTo) throws SQLException {
        return Sql.of(
                        connection,
                        "SELECT count(*) FROM squads_compositions"
                                + " WHERE owner = ? AND updated_at > ? AND updated_at <= ?",
                        owner,
                        after.toEpochMilli(),
                        upTo.toEpochMilli())
                .number();
    }

    /** Within squads_compositions_by_owner. */
    long total(String owner) throws SQLException {
        return Sql.of(connection, "SELECT count(*) FROM squads_compositions WHERE owner = ?", owner)
                .number();
    }

    long total() throws SQLException {
        return Sql.of(connection, "SELECT count(*) FROM squads_compositions").number();
    }

    private static List<Object> values(Composition composition) {
        var values = new ArrayList<Object>();
        values.add(composition.owner());
        var details = composition.details();
        values.add(details.team().orElse(""));
        values.add(details.name());
        values.add(Words.lower(details.name()));
        values.addAll(rest(details));
        values.add(composition.code().orElse(null));
        values.add(composition.changedBy());
        values.add(composition.updatedAt().toEpochMilli());
        return values;
    }

    /** What the history keeps in the same way: rule set, tags, notes, visibility, template, body. */
    static List<Object> rest(Details details) {
        return List.of(
                details.ruleSet(),
                details.tags().isEmpty() ? "" : "\n" + String.join("\n", details.tags()) + "\n",
                details.notes(),
                details.visibility().name(),
                details.template() ? 1 : 0,
                BodyText.write(details.subgroups()));
    }

    static Details details(ResultSet row) throws SQLException {
        return new Details(
                row.getString("name"),
                BodyText.read(row.getString("body")),
                row.getString("rule_set"),
                Stream.of(row.getString("tags").split("\n"))
                        .filter(tag -> !tag.isEmpty())
                        .toList(),
                row.getString("notes"),
                Visibility.valueOf(row.getString("visibility")),
                Optional.of(row.getString("team_id")).filter(team -> !team.isEmpty()),
                row.getInt("template") == 1);
    }

    private static Composition composition(ResultSet row) throws SQLException {
        return new Composition(
                row.getString("id"),
                row.getString("owner"),
                details(row),
                Optional.ofNullable(row.getString("share_code")),
                row.getString("changed_by"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("updated_at")),
                row.getLong("version"));
    }
}
