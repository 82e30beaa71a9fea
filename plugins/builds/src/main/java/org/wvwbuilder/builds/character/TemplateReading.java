package org.wvwbuilder.builds.character;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.chatlink.Armament;
import org.wvwbuilder.builds.chatlink.BuildTemplate;
import org.wvwbuilder.builds.chatlink.Bytes;
import org.wvwbuilder.builds.chatlink.Profession;
import org.wvwbuilder.builds.chatlink.ProfessionBlock;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.LegendPair;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.Legends;
import org.wvwbuilder.builds.chatlink.ProfessionBlock.Pets;
import org.wvwbuilder.builds.chatlink.SkillBar;
import org.wvwbuilder.builds.chatlink.TraitLine;
import org.wvwbuilder.builds.official.Shape;
import org.wvwbuilder.builds.store.Equipment;
import org.wvwbuilder.builds.template.LegendSlots;

/** Reads the template of a tab. What the catalogue does not know becomes an empty place. For one tab only. */
final class TemplateReading {
    private static final int BYTE = 0xFF;

    private final Catalogue catalogue;
    private final Profession profession;
    private final Map<String, Integer> legends;
    private final List<LeftOut> leftOut;

    /** @param legends codes in links by their names in the API */
    TemplateReading(Catalogue catalogue, Profession profession, Map<String, Integer> legends, List<LeftOut> leftOut) {
        this.catalogue = catalogue;
        this.profession = profession;
        this.legends = legends;
        this.leftOut = leftOut;
    }

    BuildTemplate read(Shape build, Equipment equipment) {
        var lines = new ArrayList<TraitLine>();
        for (int i = 0; i < BuildTemplate.LINES; i++) {
            lines.add(line(build.at("specializations").at(i)));
        }
        var land = legends(build.at("legends"));
        var water = legends(build.at("aquatic_legends"));
        return new BuildTemplate(
                profession,
                lines,
                bar(build.at("skills"), land.active()),
                bar(build.at("aquatic_skills"), water.active()),
                block(build, land, water),
                new Armament.Weapons(weapons(equipment), List.of(), Bytes.NONE));
    }

    private TraitLine line(Shape in) {
        int id = in.at("id").number().orElse(0);
        var known = catalogue.specializations().find(id);
        if (id == 0 || known.isEmpty() || id > BYTE) {
            if (id != 0) unknown("specialization", id);
            return TraitLine.packed(0, 0);
        }
        int[] choices = new int[3];
        for (int tier = 0; tier < choices.length; tier++) {
            int trait = in.at("traits").at(tier).number().orElse(0);
            int place = known.get().majorTraits().indexOf(trait);
            if (place >= 0) choices[place / 3] = place % 3 + 1;
            else if (trait != 0) unknown("trait", trait);
        }
        return new TraitLine(id, choices[0], choices[1], choices[2], 0);
    }

    private SkillBar bar(Shape in, int legend) {
        if (profession == Profession.REVENANT) return new SkillBar(revenant(in, legend));
        var palettes = new ArrayList<Integer>();
        palettes.add(palette(in.at("heal")));
        for (int i = 0; i < 3; i++) palettes.add(palette(in.at("utilities").at(i)));
        palettes.add(palette(in.at("elite")));
        return new SkillBar(palettes);
    }

    private int palette(Shape in) {
        int skill = in.number().orElse(0);
        if (skill == 0) return 0;
        var palette = catalogue.palettes().palette(profession.title(), skill);
        if (palette.isEmpty()) unknown("skill", skill);
        return palette.orElse(0);
    }

    /** The legend says which skills; only the order of the utilities is the player's. */
    private List<Integer> revenant(Shape in, int legend) {
        if (legend == 0) return SkillBar.EMPTY.palettes();
        var known = catalogue.legends().find(legend);
        var utilities = new ArrayList<Integer>();
        for (int i = 0; i < 3; i++) {
            in.at("utilities")
                    .at(i)
                    .number()
                    .flatMap(skill -> LegendSlots.palette(known, skill))
                    .filter(LegendSlots.UTILITIES::contains)
                    .filter(palette -> !utilities.contains(palette))
                    .ifPresent(utilities::add);
        }
        if (utilities.size() < 3) {
            utilities.clear();
            utilities.addAll(LegendSlots.UTILITIES);
        }
        var bar = new ArrayList<>(List.of(LegendSlots.HEAL));
        bar.addAll(utilities);
        bar.add(LegendSlots.ELITE);
        return bar;
    }

    private LegendPair legends(Shape in) {
        int active = legend(in.at(0));
        int inactive = legend(in.at(1));
        return new LegendPair(active, inactive, inactive == 0 ? List.of(0, 0, 0) : LegendSlots.UTILITIES);
    }

    private int legend(Shape in) {
        var name = in.text();
        if (name.isEmpty() || profession != Profession.REVENANT) return 0;
        int code = legends.getOrDefault(name.get(), 0);
        if (code > 0 && code <= BYTE && catalogue.legends().find(code).isPresent()) return code;
        leftOut.add(new LeftOut("legend", code, name, LeftOut.UNKNOWN));
        return 0;
    }

    private ProfessionBlock block(Shape build, LegendPair land, LegendPair water) {
        return switch (profession) {
            case RANGER -> {
                var pets = build.at("pets");
                yield new Pets(
                        pet(pets.at("terrestrial").at(0)),
                        pet(pets.at("terrestrial").at(1)),
                        pet(pets.at("aquatic").at(0)),
                        pet(pets.at("aquatic").at(1)),
                        Bytes.zeros(Pets.REST));
            }
            case REVENANT -> new Legends(land, water);
            case GUARDIAN, WARRIOR, ENGINEER, THIEF, ELEMENTALIST, MESMER, NECROMANCER -> ProfessionBlock.Plain.ZEROS;
        };
    }

    private int pet(Shape in) {
        int pet = in.number().orElse(0);
        if (pet == 0) return 0;
        if (pet <= BYTE && catalogue.pets().find(pet).isPresent()) return pet;
        unknown("pet", pet);
        return 0;
    }

    /** The types in the gear, as the game puts them into a link. */
    private List<Integer> weapons(Equipment equipment) {
        return equipment.pieces().stream()
                .flatMap(piece -> piece.weapon().stream())
                .flatMap(name -> catalogue.weaponNamed(name).stream())
                .flatMap(weapon -> weapon.id().stream())
                .distinct()
                .toList();
    }

    private void unknown(String kind, int id) {
        leftOut.add(new LeftOut(kind, id, Optional.empty(), LeftOut.UNKNOWN));
    }
}
