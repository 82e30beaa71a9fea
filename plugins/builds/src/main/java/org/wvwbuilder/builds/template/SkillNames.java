package org.wvwbuilder.builds.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.chatlink.Profession;

/** Finds the skills behind palette ids: by profession, for a Revenant by the legend that brings them. */
record SkillNames(Catalogue catalogue, Profession profession, ObjLongConsumer<String> warn) {

    /** @param legend the code of the legend whose skills these are; 0 for none and for other professions */
    List<Optional<Ref>> of(List<Integer> palettes, int legend) {
        var skills = new ArrayList<Optional<Ref>>(palettes.size());
        for (int palette : palettes) skills.add(palette == 0 ? Optional.empty() : skill(palette, legend));
        return skills;
    }

    private Optional<Ref> skill(int palette, int legend) {
        var skill = profession == Profession.REVENANT
                ? LegendSlots.skill(catalogue.legends().find(legend), palette)
                : catalogue.palettes().skill(profession.code(), palette);
        var known = skill.flatMap(catalogue.skills()::find).map(Describer::ref);
        if (known.isEmpty() && !LegendSlots.shared(profession, palette)) warn.accept("Skill palette", palette);
        return known;
    }
}
