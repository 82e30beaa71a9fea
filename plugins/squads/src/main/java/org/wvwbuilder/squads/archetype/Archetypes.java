package org.wvwbuilder.squads.archetype;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The archetypes that a server knows, in the order of its table. */
public final class Archetypes {
    private static final int CELLS = 9;

    private final Map<String, Archetype> byId = new LinkedHashMap<>();

    public Archetypes(List<Archetype> all) {
        for (var archetype : all) {
            if (byId.put(archetype.id(), archetype) != null) {
                throw new IllegalArgumentException("twice in the table: " + archetype.id());
            }
        }
    }

    /** Those shipped with this version. */
    public static Archetypes shipped() {
        return new Archetypes(Rows.read("archetypes.txt", CELLS, Archetypes::row));
    }

    public List<Archetype> all() {
        return new ArrayList<>(byId.values());
    }

    public Optional<Archetype> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private static Archetype row(String[] cells) {
        return new Archetype(
                cells[0],
                cells[1],
                Integer.parseInt(cells[2]),
                cells[3],
                cells[4],
                Rows.words(cells[7])
                        .map(word -> word.split("="))
                        .collect(Collectors.toMap(
                                pair -> Capability.named(pair[0]).orElseThrow(), pair -> Integer.parseInt(pair[1]))),
                Confidence.named(cells[5]),
                Stream.of(cells[8].split(";"))
                        .map(String::strip)
                        .filter(source -> !source.isEmpty())
                        .toList(),
                LocalDate.parse(cells[6]));
    }
}
