package org.wvwbuilder.squads.judgement;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.squads.archetype.RuleSet;
import org.wvwbuilder.squads.sql.Sql;

/** The SQL of the guild's rule sets. */
final class RuleSetTable implements GuildTable<RuleSet> {
    private static final String PUT = """
            INSERT INTO squads_rule_sets (id, title, french, fewest_players, most_players, subgroup_rules, squad_rules,
                changed_by, changed_at, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
            ON CONFLICT (id) DO UPDATE SET title = excluded.title, french = excluded.french,
                fewest_players = excluded.fewest_players, most_players = excluded.most_players,
                subgroup_rules = excluded.subgroup_rules, squad_rules = excluded.squad_rules,
                changed_by = excluded.changed_by, changed_at = excluded.changed_at,
                version = squads_rule_sets.version + 1""";

    private final Connection connection;

    RuleSetTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public List<Judged<RuleSet>> all() throws SQLException {
        return Sql.of(connection, "SELECT * FROM squads_rule_sets ORDER BY id").list(RuleSetTable::row);
    }

    @Override
    public Optional<Judged<RuleSet>> find(String id) throws SQLException {
        return Sql.of(connection, "SELECT * FROM squads_rule_sets WHERE id = ?", id)
                .first(RuleSetTable::row);
    }

    @Override
    public void put(Judged<RuleSet> row, String by, Instant at) throws SQLException {
        var set = row.value();
        Sql.of(
                        connection,
                        PUT,
                        set.id(),
                        set.title(),
                        set.french(),
                        set.fewestPlayers(),
                        set.mostPlayers(),
                        JudgementText.rules(set.subgroup()),
                        JudgementText.rules(set.squad()),
                        by,
                        at.toEpochMilli())
                .run();
    }

    @Override
    public boolean delete(String id) throws SQLException {
        return Sql.of(connection, "DELETE FROM squads_rule_sets WHERE id = ?", id)
                        .run()
                == 1;
    }

    private static Judged<RuleSet> row(ResultSet row) throws SQLException {
        var set = new RuleSet(
                row.getString("id"),
                row.getString("title"),
                row.getString("french"),
                row.getInt("fewest_players"),
                row.getInt("most_players"),
                JudgementText.rules(row.getString("subgroup_rules")),
                JudgementText.rules(row.getString("squad_rules")));
        return new Judged<>(
                set,
                false,
                0,
                Optional.of(row.getString("changed_by")),
                Optional.of(Instant.ofEpochMilli(row.getLong("changed_at"))),
                row.getLong("version"));
    }
}
