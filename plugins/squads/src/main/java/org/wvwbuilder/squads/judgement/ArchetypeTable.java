package org.wvwbuilder.squads.judgement;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.archetype.Confidence;
import org.wvwbuilder.squads.sql.Sql;

/** The SQL of the guild's archetypes. */
final class ArchetypeTable implements GuildTable<Archetype> {
    private static final String PUT = """
            INSERT INTO squads_archetypes (id, specialization, specialization_id, profession, role, capabilities,
                confidence, sources, judged, game_build, changed_by, changed_at, version)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
            ON CONFLICT (id) DO UPDATE SET specialization = excluded.specialization,
                specialization_id = excluded.specialization_id, profession = excluded.profession,
                role = excluded.role, capabilities = excluded.capabilities, confidence = excluded.confidence,
                sources = excluded.sources, judged = excluded.judged, game_build = excluded.game_build,
                changed_by = excluded.changed_by, changed_at = excluded.changed_at,
                version = squads_archetypes.version + 1""";

    private final Connection connection;

    ArchetypeTable(Connection connection) {
        this.connection = connection;
    }

    @Override
    public List<Judged<Archetype>> all() throws SQLException {
        return Sql.of(connection, "SELECT * FROM squads_archetypes ORDER BY id").list(ArchetypeTable::row);
    }

    @Override
    public Optional<Judged<Archetype>> find(String id) throws SQLException {
        return Sql.of(connection, "SELECT * FROM squads_archetypes WHERE id = ?", id)
                .first(ArchetypeTable::row);
    }

    @Override
    public void put(Judged<Archetype> row, String by, Instant at) throws SQLException {
        var archetype = row.value();
        Sql.of(
                        connection,
                        PUT,
                        archetype.id(),
                        archetype.specialization(),
                        archetype.specializationId(),
                        archetype.profession(),
                        archetype.role(),
                        JudgementText.capabilities(archetype.capabilities()),
                        archetype.confidence().name(),
                        String.join("\n", archetype.sources()),
                        archetype.judged().toString(),
                        row.gameBuild(),
                        by,
                        at.toEpochMilli())
                .run();
    }

    @Override
    public boolean delete(String id) throws SQLException {
        return Sql.of(connection, "DELETE FROM squads_archetypes WHERE id = ?", id)
                        .run()
                == 1;
    }

    private static Judged<Archetype> row(ResultSet row) throws SQLException {
        var archetype = new Archetype(
                row.getString("id"),
                row.getString("specialization"),
                row.getInt("specialization_id"),
                row.getString("profession"),
                row.getString("role"),
                JudgementText.capabilities(row.getString("capabilities")),
                Confidence.valueOf(row.getString("confidence")),
                Stream.of(row.getString("sources").split("\n"))
                        .filter(source -> !source.isEmpty())
                        .toList(),
                LocalDate.parse(row.getString("judged")));
        return new Judged<>(
                archetype,
                false,
                row.getLong("game_build"),
                Optional.of(row.getString("changed_by")),
                Optional.of(Instant.ofEpochMilli(row.getLong("changed_at"))),
                row.getLong("version"));
    }
}
