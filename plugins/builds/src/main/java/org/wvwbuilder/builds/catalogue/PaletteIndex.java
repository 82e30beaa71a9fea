package org.wvwbuilder.builds.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wvwbuilder.builds.catalogue.Facts.Profession;
import org.wvwbuilder.builds.catalogue.Facts.Skill;

/** Which palette id of a chat link stands for which skill: another table for each profession. */
public final class PaletteIndex {

    /** By profession code, then by palette id. */
    private final Map<Integer, Map<Integer, Integer>> skills = new HashMap<>();

    /** By skill id, then by profession name. */
    private final Map<Integer, Map<String, List<Integer>>> palettes = new HashMap<>();

    private final List<Table> tables;

    PaletteIndex(List<Profession> professions, List<Table> tables) {
        this.tables = tables;
        var names = new HashMap<Integer, String>();
        professions.forEach(profession -> names.put(profession.code(), profession.id()));
        for (var table : tables) {
            var profession = names.get(table.profession);
            var byPalette = HashMap.<Integer, Integer>newHashMap(table.pairs.size());
            skills.put(table.profession, byPalette);
            for (var pair : table.pairs) {
                byPalette.put(pair.palette, pair.skill);
                palettes.computeIfAbsent(pair.skill, any -> new TreeMap<>())
                        .computeIfAbsent(profession, any -> new ArrayList<>(1))
                        .add(pair.palette);
            }
        }
    }

    /** The skill behind a palette id, if it is known. Not for Revenants: see {@link Catalogue#legends}. */
    public Optional<Integer> skill(int profession, int palette) {
        return Optional.ofNullable(skills.getOrDefault(profession, Map.of()).get(palette));
    }

    /** The smallest palette id that stands for a skill, if there is one. */
    public Optional<Integer> palette(String profession, int skill) {
        var found = palettes.getOrDefault(skill, Map.of()).get(profession);
        return found == null ? Optional.empty() : Optional.of(found.getFirst());
    }

    Skill join(Skill s) {
        var all = palettes.get(s.id());
        if (all == null) return s;
        all.replaceAll((profession, ids) -> List.copyOf(ids));
        return new Skill(
                s.id(),
                s.name(),
                s.type(),
                s.slot(),
                s.weapon(),
                s.specialization(),
                s.rechargePve(),
                s.categories(),
                s.professions(),
                s.flipSkill(),
                s.nextChain(),
                Collections.unmodifiableMap(all));
    }

    List<Table> tables() {
        return tables;
    }

    /** The pairs of the profession with this code, palettes ascending. */
    public record Table(int profession, List<Pair> pairs) {

        static Table read(Sheet in) {
            return new Table(in.number(), in.list(pair -> new Pair(pair.number(), pair.number())));
        }
    }

    /** A palette id and the skill behind it. */
    public record Pair(int palette, int skill) {}
}
