package org.wvwbuilder.builds.demo;

import static org.wvwbuilder.builds.demo.DemoBuilds.any;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.catalogue.Facts.Legend;
import org.wvwbuilder.builds.catalogue.Facts.ProfessionWeapon;
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

/** Invents templates that the game would accept: an elite specialization, two core ones, skills that fit them. */
final class DemoTemplates {
    private static final List<Integer> LEGEND_SLOTS = List.of(4572, 4614, 4651, 4564, 4554);

    private final Catalogue catalogue;
    private final SplittableRandom random;
    private final List<Kit> kits;

    DemoTemplates(Catalogue catalogue, SplittableRandom random) {
        this.catalogue = catalogue;
        this.random = random;
        this.kits = catalogue.specializations().all().stream()
                .filter(Specialization::elite)
                .map(this::kit)
                .toList();
    }

    /** A template, and the name of what it plays. */
    record Sketch(BuildTemplate template, String playedAs) {}

    /** All that a player with one elite specialization can choose from; skills as palette ids. */
    private record Kit(
            Profession profession,
            Specialization elite,
            List<Specialization> core,
            List<Integer> heals,
            List<Integer> utilities,
            List<Integer> elites,
            List<Integer> weapons,
            List<Integer> legends) {}

    Sketch next() {
        var kit = any(kits, random);
        var core = some(kit.core, 2);
        var lines = List.of(line(core.getFirst()), line(core.getLast()), line(kit.elite));
        var land = bar(kit);
        var water = random.nextInt(4) == 0 ? SkillBar.EMPTY : bar(kit);
        var weapons = random.nextInt(5) == 0 ? Weapons.NONE : new Weapons(some(kit.weapons, 3), List.of(), Bytes.NONE);
        return new Sketch(new BuildTemplate(kit.profession, lines, land, water, block(kit), weapons), kit.elite.name());
    }

    private TraitLine line(Specialization specialization) {
        return new TraitLine(
                specialization.id(), 1 + random.nextInt(3), 1 + random.nextInt(3), 1 + random.nextInt(3), 0);
    }

    private SkillBar bar(Kit kit) {
        if (kit.profession == Profession.REVENANT) return new SkillBar(LEGEND_SLOTS);
        var palettes = new ArrayList<Integer>();
        palettes.add(any(kit.heals, random));
        palettes.addAll(some(kit.utilities, 3));
        palettes.add(any(kit.elites, random));
        return new SkillBar(palettes);
    }

    private ProfessionBlock block(Kit kit) {
        return switch (kit.profession) {
            case RANGER -> new Pets(pet(), pet(), pet(), pet(), Bytes.zeros(Pets.REST));
            case REVENANT -> new Legends(pair(kit), pair(kit));
            case GUARDIAN, WARRIOR, ENGINEER, THIEF, ELEMENTALIST, MESMER, NECROMANCER -> Plain.ZEROS;
        };
    }

    private int pet() {
        return any(catalogue.pets().all(), random).id();
    }

    private LegendPair pair(Kit kit) {
        var two = some(kit.legends, 2);
        return new LegendPair(two.getFirst(), two.getLast(), LEGEND_SLOTS.subList(1, 4));
    }

    /** So many different ones, in random order. */
    private <T> List<T> some(List<T> all, int count) {
        var rest = new ArrayList<>(all);
        var chosen = new ArrayList<T>(count);
        while (chosen.size() < count) chosen.add(rest.remove(random.nextInt(rest.size())));
        return chosen;
    }

    private Kit kit(Specialization elite) {
        var profession = Profession.named(elite.profession()).orElseThrow();
        Predicate<Optional<Integer>> usable = gate -> gate.isEmpty() || gate.get() == elite.id();
        var core = catalogue.specializations().all().stream()
                .filter(s -> !s.elite() && s.profession().equals(elite.profession()))
                .toList();
        var weapons = catalogue.profession(elite.profession()).orElseThrow().weapons().stream()
                .filter(weapon -> usable.test(weapon.specialization()))
                .map(ProfessionWeapon::type)
                .toList();
        var types = catalogue.weapons().stream()
                .filter(weapon -> weapons.contains(weapon.name()))
                .map(Weapon::id)
                .flatMap(Optional::stream)
                .toList();
        var legends = catalogue.legends().all().stream()
                .filter(legend -> usable.test(legend.specialization()))
                .map(Legend::id)
                .toList();
        return new Kit(
                profession,
                elite,
                core,
                palettes(profession, "Heal", usable),
                palettes(profession, "Utility", usable),
                palettes(profession, "Elite", usable),
                types,
                legends);
    }

    private List<Integer> palettes(Profession profession, String slot, Predicate<Optional<Integer>> usable) {
        return catalogue.skills().all().stream()
                .filter(skill -> skill.slot().filter(slot::equals).isPresent() && usable.test(skill.specialization()))
                .map(Skill::palettes)
                .filter(palettes -> palettes.containsKey(profession.title()))
                .map(palettes -> palettes.get(profession.title()).getFirst())
                .toList();
    }
}
