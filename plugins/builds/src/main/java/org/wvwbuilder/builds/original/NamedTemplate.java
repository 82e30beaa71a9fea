package org.wvwbuilder.builds.original;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.catalogue.Facts.Named;
import org.wvwbuilder.builds.catalogue.Facts.Skill;
import org.wvwbuilder.builds.catalogue.Facts.Specialization;
import org.wvwbuilder.builds.catalogue.Facts.Weapon;
import org.wvwbuilder.builds.chatlink.Armament.Weapons;
import org.wvwbuilder.builds.chatlink.BuildTemplate;
import org.wvwbuilder.builds.chatlink.Bytes;
import org.wvwbuilder.builds.chatlink.Profession;
import org.wvwbuilder.builds.chatlink.ProfessionBlock;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.LegendPair;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.Legends;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.Pets;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.Plain;
import org.wvwbuilder.builds.chatlink.SkillBar;
import org.wvwbuilder.builds.chatlink.TraitLine;

/** Makes a template of the names that a build without a link says: specializations, skills and weapons. */
final class NamedTemplate {
    private static final LegendPair NO_LEGENDS = new LegendPair(0, 0, List.of(0, 0, 0));

    private final Catalogue catalogue;
    private final Map<String, Specialization> specializations;
    private final Map<String, List<Skill>> skills;

    NamedTemplate(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.specializations = catalogue.specializations().all().stream()
                .collect(Collectors.toMap(NamedTemplate::key, one -> one, (one, other) -> one));
        this.skills = catalogue.skills().all().stream().collect(Collectors.groupingBy(NamedTemplate::key));
    }

    private static String key(Named fact) {
        return fact.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The template, as far as the names go.
     *
     * @param said the professions that the original names beside
     * @return empty when nothing tells the profession
     */
    Optional<BuildTemplate> of(List<String> words, List<Profession> said) {
        var keys = words.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return profession(keys, said).map(profession -> template(profession, keys));
    }

    private Optional<Profession> profession(List<String> keys, List<Profession> said) {
        var named = keys.stream()
                .map(specializations::get)
                .filter(known -> known != null)
                .toList();
        var elite = named.stream().filter(Specialization::elite).findFirst();
        return elite.or(() -> said.isEmpty() ? named.stream().findFirst() : Optional.empty())
                .flatMap(known -> Profession.named(known.profession()))
                .or(() -> said.stream().findFirst())
                .or(() -> keys.stream()
                        .map(Profession::named)
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private BuildTemplate template(Profession profession, List<String> keys) {
        return new BuildTemplate(
                profession,
                lines(profession, keys),
                bar(profession, keys),
                SkillBar.EMPTY,
                block(profession),
                new Weapons(weapons(profession, keys), List.of(), Bytes.NONE));
    }

    private List<TraitLine> lines(Profession profession, List<String> keys) {
        var own = keys.stream()
                .map(specializations::get)
                .filter(known -> known != null && known.profession().equals(profession.title()))
                .toList();
        var elite = own.stream().filter(Specialization::elite).limit(1).toList();
        var ids = new ArrayList<>(own.stream()
                .filter(known -> !known.elite())
                .limit(BuildTemplate.LINES - elite.size())
                .map(Specialization::id)
                .toList());
        while (ids.size() + elite.size() < BuildTemplate.LINES) ids.add(0);
        elite.forEach(known -> ids.add(known.id()));
        return ids.stream().map(id -> new TraitLine(id, 0, 0, 0, 0)).toList();
    }

    /** A Revenant's palettes are the same for all legends, and the original names none. */
    private SkillBar bar(Profession profession, List<String> keys) {
        if (profession == Profession.REVENANT) return SkillBar.EMPTY;
        return new SkillBar(Stream.of(
                        slots(profession, keys, "Heal", 1),
                        slots(profession, keys, "Utility", 3),
                        slots(profession, keys, "Elite", 1))
                .flatMap(List::stream)
                .toList());
    }

    private List<Integer> slots(Profession profession, List<String> keys, String slot, int most) {
        var found = new LinkedHashMap<String, Integer>();
        for (var key : keys) {
            for (var skill : skills.getOrDefault(key, List.of())) {
                var palettes = skill.palettes().getOrDefault(profession.title(), List.of());
                if (skill.slot().filter(slot::equals).isPresent() && !palettes.isEmpty()) {
                    found.putIfAbsent(key, palettes.getFirst());
                }
            }
        }
        var all = new ArrayList<>(found.values().stream().limit(most).toList());
        while (all.size() < most) all.add(0);
        return all;
    }

    private List<Integer> weapons(Profession profession, List<String> keys) {
        var wielded = catalogue.profession(profession.title()).orElseThrow().weapons();
        return keys.stream()
                .map(catalogue::weaponNamed)
                .flatMap(Optional::stream)
                .filter(weapon -> wielded.stream().anyMatch(one -> one.type().equals(weapon.name())))
                .map(Weapon::id)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private static ProfessionBlock block(Profession profession) {
        return switch (profession) {
            case RANGER -> new Pets(0, 0, 0, 0, Bytes.zeros(Pets.REST));
            case REVENANT -> new Legends(NO_LEGENDS, NO_LEGENDS);
            case GUARDIAN, WARRIOR, ENGINEER, THIEF, ELEMENTALIST, MESMER, NECROMANCER -> Plain.ZEROS;
        };
    }
}
