package org.wvwbuilder.builds.gear;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.catalogue.Facts.Legend;
import org.wvwbuilder.builds.catalogue.Facts.Skill;
import org.wvwbuilder.builds.store.Equipment;
import org.wvwbuilder.builds.template.Ref;
import org.wvwbuilder.builds.template.Template;

/**
 * Finds what of a build gives boons or removes conditions: its traits, the skills on its bars and of its legends, those of
 * its weapons, and those that follow or replace them. For one build only.
 */
public final class Sources {
    private final Catalogue catalogue;
    private final Template template;
    private final Map<Integer, String> skills = new LinkedHashMap<>();

    private Sources(Catalogue catalogue, Template template) {
        this.catalogue = catalogue;
        this.template = template;
    }

    /** In the order of the hero panel: traits, skills on land, under water, weapons. */
    public static List<Source> of(Catalogue catalogue, Template template, Equipment equipment) {
        var sources = new Sources(catalogue, template);
        var found = new ArrayList<Source>();
        for (var id : sources.traits()) found.addAll(sources.find("trait", id, "trait"));
        sources.bars();
        sources.weapons(equipment);
        sources.skills.forEach((id, place) -> found.addAll(sources.find("skill", id, place)));
        return found;
    }

    private List<Source> find(String kind, int id, String place) {
        return catalogue.boonSources(kind, id).stream()
                .map(fact -> new Source(
                        kind,
                        id,
                        fact.name(),
                        place,
                        fact.boons(),
                        fact.conditionsRemoved(),
                        fact.stunBreak(),
                        fact.targets()))
                .toList();
    }

    private List<Integer> traits() {
        var traits = new ArrayList<Integer>();
        for (var line : template.specializations()) {
            catalogue.specializations().find(line.id()).ifPresent(known -> traits.addAll(known.minorTraits()));
            line.traits().stream().flatMap(Optional::stream).map(Ref::id).forEach(traits::add);
        }
        return traits;
    }

    private void bars() {
        bar(template.terrestrial(), "land");
        template.legends().ifPresent(legends -> {
            bar(legends.inactiveTerrestrial(), "land");
            legends(legends.terrestrial(), "land");
        });
        bar(template.aquatic(), "water");
        template.legends().ifPresent(legends -> {
            bar(legends.inactiveAquatic(), "water");
            legends(legends.aquatic(), "water");
        });
    }

    private void bar(Template.Bar bar, String place) {
        bar.skills().stream().flatMap(Optional::stream).forEach(skill -> add(skill.id(), place));
    }

    private void legends(List<Optional<Ref>> legends, String place) {
        legends.stream()
                .flatMap(Optional::stream)
                .map(legend -> catalogue.legends().find(legend.id()))
                .flatMap(Optional::stream)
                .flatMap(Sources::skills)
                .forEach(id -> add(id, place));
    }

    private static Stream<Integer> skills(Legend legend) {
        return Stream.concat(Stream.of(legend.swap(), legend.heal(), legend.elite()), legend.utilities().stream());
    }

    private void weapons(Equipment equipment) {
        var types = new LinkedHashSet<String>();
        template.weapons().forEach(weapon -> weapon.name().ifPresent(types::add));
        equipment.pieces().forEach(piece -> piece.weapon().ifPresent(types::add));
        var wielded = catalogue
                .profession(template.profession())
                .map(known -> known.weapons())
                .orElse(List.of());
        for (var weapon : wielded) {
            if (types.stream().noneMatch(weapon.type()::equalsIgnoreCase)) continue;
            weapon.skills().forEach(skill -> add(skill.id(), weapon.type()));
        }
        for (long override : template.overrides()) add((int) override, "weapon");
    }

    /** A skill, and those that it turns into or that follow it in a chain. */
    private void add(int id, String place) {
        for (int next = id; next != 0 && skills.putIfAbsent(next, place) == null; ) {
            var known = catalogue.skills().find(next);
            known.flatMap(Skill::flipSkill).ifPresent(flip -> skills.putIfAbsent(flip, place));
            next = known.flatMap(Skill::nextChain).orElse(0);
        }
    }
}
