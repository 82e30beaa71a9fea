package org.wvwbuilder.builds.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wvwbuilder.builds.chatlink.Profession;

/** The SQL of the builds; each statement names the index that serves it. */
final class BuildTable {
    private static final int AT_ONCE = 200;
    static final String COLUMNS = """
            id, owner, name, profession, specialization_1, specialization_2, specialization_3, chat_link, equipment,
            game_mode, role, tags, notes, visibility, needs_review, created_at, updated_at, version,
            team, editor""";

    private static final String INSERT = """
            INSERT INTO builds_builds (id, owner, name, name_lower, profession, specialization_1, specialization_2,
                specialization_3, chat_link, equipment, game_mode, role, tags, notes, visibility, needs_review,
                checked_against, team, editor, idempotency_key, request_digest, created_at, updated_at, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)""";

    /** By the primary key. */
    private static final String UPDATE = """
            UPDATE builds_builds SET name = ?, name_lower = ?, profession = ?, specialization_1 = ?,
                specialization_2 = ?, specialization_3 = ?, chat_link = ?, equipment = ?, game_mode = ?, role = ?,
                tags = ?, notes = ?, visibility = ?, needs_review = ?, checked_against = ?, team = ?,
                editor = ?, updated_at = ?,
                version = version + 1
            WHERE id = ? AND version = ?""";

    /** By the primary key. */
    private static final String ONE = "SELECT " + COLUMNS + " FROM builds_builds WHERE id = ?";

    /** By builds_idempotent. */
    private static final String REPEATED =
            "SELECT id, request_digest FROM builds_builds WHERE owner = ? AND idempotency_key = ?";

    /** By builds_by_owner_updated. */
    private static final String NEWEST =
            "SELECT " + COLUMNS + " FROM builds_builds WHERE owner = ? ORDER BY updated_at DESC, id DESC LIMIT ?";

    /** By builds_by_owner_created. */
    static final String BEHIND =
            "SELECT " + COLUMNS + " FROM builds_builds WHERE owner = ? AND id > ? ORDER BY id LIMIT ?";

    /** Within builds_by_owner_updated. */
    private static final String BETWEEN =
            "SELECT count(*) FROM builds_builds WHERE owner = ? AND updated_at > ? AND updated_at <= ?";

    /** By builds_by_owner_updated; looks at no more, however many there are. */
    private static final String PROFESSIONS = """
            SELECT profession, COUNT(*) FROM (
                SELECT profession FROM builds_builds WHERE owner = ? ORDER BY updated_at DESC, id DESC LIMIT 2000)
            AS newest GROUP BY profession""";

    /** By builds_unchecked. */
    private static final String UNCHECKED =
            "SELECT " + COLUMNS + " FROM builds_builds WHERE checked_against < ? OR checked_against > ? LIMIT ?";

    /** Within builds_reviews_by_owner. */
    private static final String MARKED = "SELECT count(*) FROM builds_builds WHERE needs_review = 1";

    /** By builds_by_search_row. */
    private static final String UNSEARCHABLE =
            "SELECT " + COLUMNS + " FROM builds_builds WHERE search_row IS NULL ORDER BY updated_at, id LIMIT ?";

    private final Connection connection;

    BuildTable(Connection connection) {
        this.connection = connection;
    }

    void insert(Build build, String checkedAgainst, Optional<Repeatable> repeatable) throws SQLException {
        new Sql(connection, INSERT, inserted(build, checkedAgainst, repeatable)).run();
    }

    void insertAll(List<Build> builds, String checkedAgainst) throws SQLException {
        Sql.batch(connection, INSERT, builds.stream().map(build -> inserted(build, checkedAgainst, Optional.empty())));
    }

    private static List<Object> inserted(Build build, String checkedAgainst, Optional<Repeatable> repeatable) {
        var values = new ArrayList<Object>(List.of(build.id(), build.owner()));
        values.addAll(values(build, checkedAgainst));
        values.add(repeatable.map(Repeatable::key).orElse(null));
        values.add(repeatable.map(Repeatable::digest).orElse(null));
        values.add(build.createdAt().toEpochMilli());
        values.add(build.updatedAt().toEpochMilli());
        return values;
    }

    /** @return false when another transaction was faster: the row no longer has the build's version */
    boolean update(Build build, String checkedAgainst) throws SQLException {
        var values = values(build, checkedAgainst);
        values.add(build.updatedAt().toEpochMilli());
        values.add(build.id());
        values.add(build.version());
        return new Sql(connection, UPDATE, values).run() == 1;
    }

    boolean delete(String id) throws SQLException {
        return Sql.of(connection, "DELETE FROM builds_builds WHERE id = ?", id).run() == 1;
    }

    Optional<Build> find(String id) throws SQLException {
        return Sql.of(connection, ONE, id).list(BuildTable::build).stream().findFirst();
    }

    /** By the primary key, some hundred at once: a statement takes a bounded number of parameters. */
    List<Build> all(List<String> ids) throws SQLException {
        var found = new ArrayList<Build>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            var some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            var marks = String.join(", ", Collections.nCopies(some.size(), "?"));
            var text = "SELECT " + COLUMNS + " FROM builds_builds WHERE id IN (" + marks + ")";
            found.addAll(new Sql(connection, text, some).list(BuildTable::build));
        }
        return found;
    }

    /** Those of these ids that there are; by the primary key. */
    List<String> known(List<String> ids) throws SQLException {
        return Sql.known(connection, "builds_builds", ids);
    }

    Optional<Repeated> repeated(String owner, String key) throws SQLException {
        return Sql.of(connection, REPEATED, owner, key)
                .list(row -> new Repeated(row.getString(1), row.getString(2)))
                .stream()
                .findFirst();
    }

    List<Build> newest(String owner, int limit) throws SQLException {
        return Sql.of(connection, NEWEST, owner, limit).list(BuildTable::build);
    }

    List<Build> behind(String owner, String id, int limit) throws SQLException {
        return Sql.of(connection, BEHIND, owner, id, limit).list(BuildTable::build);
    }

    long between(String owner, Instant after, Instant upTo) throws SQLException {
        return Sql.of(connection, BETWEEN, owner, after.toEpochMilli(), upTo.toEpochMilli())
                .number();
    }

    Map<String, Long> professions(String owner) throws SQLException {
        return Sql.of(connection, PROFESSIONS, owner)
                .list(row ->
                        Map.entry(Profession.ofCode(row.getInt(1)).orElseThrow().title(), row.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<Build> unchecked(String digest, int limit) throws SQLException {
        return Sql.of(connection, UNCHECKED, digest, digest, limit).list(BuildTable::build);
    }

    List<Build> unsearchable(int limit) throws SQLException {
        return Sql.of(connection, UNSEARCHABLE, limit).list(BuildTable::build);
    }

    void checked(String id, String digest, boolean needsReview) throws SQLException {
        Sql.of(
                        connection,
                        "UPDATE builds_builds SET checked_against = ?, needs_review = ? WHERE id = ?",
                        digest,
                        needsReview ? 1 : 0,
                        id)
                .run();
    }

    long marked() throws SQLException {
        return Sql.of(connection, MARKED).number();
    }

    boolean empty() throws SQLException {
        return Sql.of(connection, "SELECT count(*) FROM (SELECT 1 FROM builds_builds LIMIT 1) AS any_build")
                        .number()
                == 0;
    }

    private static List<Object> values(Build build, String checkedAgainst) {
        var details = build.details();
        return new ArrayList<>(Arrays.asList(
                details.name(),
                Names.lower(details.name()),
                details.profession().code(),
                details.specializations().get(0),
                details.specializations().get(1),
                details.specializations().get(2),
                details.chatLink(),
                EquipmentText.write(details.equipment()),
                details.gameMode(),
                details.role(),
                String.join("\n", details.tags()),
                details.notes(),
                details.visibility().word(),
                build.needsReview() ? 1 : 0,
                checkedAgainst,
                details.team().orElse(null),
                build.editor()));
    }

    static Build build(ResultSet row) throws SQLException {
        var owner = row.getString("owner");
        var editor = row.getString("editor");
        return new Build(
                row.getString("id"),
                owner,
                editor.isEmpty() ? owner : editor,
                details(row),
                row.getInt("needs_review") == 1,
                Instant.ofEpochMilli(row.getLong("created_at")),
                Instant.ofEpochMilli(row.getLong("updated_at")),
                row.getLong("version"));
    }

    static Details details(ResultSet row) throws SQLException {
        var tags = row.getString("tags");
        return new Details(
                row.getString("name"),
                row.getString("chat_link"),
                Profession.ofCode(row.getInt("profession")).orElseThrow(),
                List.of(row.getInt("specialization_1"), row.getInt("specialization_2"), row.getInt("specialization_3")),
                EquipmentText.read(row.getString("equipment")),
                row.getString("game_mode"),
                row.getString("role"),
                tags.isEmpty() ? List.of() : List.of(tags.split("\n")),
                row.getString("notes"),
                Visibility.of(row.getString("visibility")),
                Optional.ofNullable(row.getString("team")));
    }

    /** A request that may come twice: its Idempotency-Key, and the digest of what it asked for. */
    record Repeatable(String key, String digest) {}

    /** A build that an Idempotency-Key already made. */
    record Repeated(String id, String digest) {}
}
