package org.wvwbuilder.builds.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.chatlink.Profession;

/** The palette ids of a bar: as given, or found from the skills where none are given. */
record PaletteChoice(Catalogue catalogue, Fields fields) {
    private static final int WORD = 0xFFFF;

    List<Integer> of(String at, Template.Bar bar, Profession profession, int legend, int length) {
        if (!bar.paletteIds().isEmpty() || bar.skills().isEmpty()) {
            return fields.numbers(at + "/palette_ids", bar.paletteIds(), length, WORD);
        }
        fields.atMost(at + "/skills", bar.skills(), length);
        var palettes = new ArrayList<>(Collections.nCopies(length, 0));
        for (int slot = 0; slot < Math.min(length, bar.skills().size()); slot++) {
            int skill = Fields.id(bar.skills().get(slot));
            if (skill == 0) continue;
            var palette = palette(profession, legend, skill);
            if (palette.isEmpty()) fields.add(at + "/skills/" + slot + "/id", absent(profession));
            palettes.set(slot, palette.orElse(0));
        }
        return palettes;
    }

    private Optional<Integer> palette(Profession profession, int legend, int skill) {
        return profession == Profession.REVENANT
                ? LegendSlots.palette(catalogue.legends().find(legend), skill)
                : catalogue.palettes().palette(profession.title(), skill);
    }

    private static String absent(Profession profession) {
        return profession == Profession.REVENANT
                ? "a skill of the legend named under legends; or give palette_ids"
                : "a skill that a " + profession.title() + " can choose; or give palette_ids";
    }
}
