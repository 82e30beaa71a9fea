package org.wvwbuilder.builds.template;

import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.catalogue.Facts.Legend;
import org.wvwbuilder.builds.chatlink.Profession;

/** The five palette ids that all legends of a Revenant share: each stands for a slot, the legend says which skill. */
public final class LegendSlots {
    public static final int HEAL = 4572;
    public static final List<Integer> UTILITIES = List.of(4614, 4651, 4564);
    public static final int ELITE = 4554;

    private LegendSlots() {}

    static boolean shared(Profession profession, int palette) {
        return profession == Profession.REVENANT
                && (palette == HEAL || palette == ELITE || UTILITIES.contains(palette));
    }

    /** The legend's skill in the slot that the palette stands for. */
    static Optional<Integer> skill(Optional<Legend> legend, int palette) {
        if (palette == HEAL) return legend.map(Legend::heal);
        if (palette == ELITE) return legend.map(Legend::elite);
        int utility = UTILITIES.indexOf(palette);
        return utility < 0
                ? Optional.empty()
                : legend.map(known -> known.utilities().get(utility));
    }

    /** The palette of the slot in which the legend has the skill. */
    public static Optional<Integer> palette(Optional<Legend> legend, int skill) {
        if (legend.isEmpty()) return Optional.empty();
        if (legend.get().heal() == skill) return Optional.of(HEAL);
        if (legend.get().elite() == skill) return Optional.of(ELITE);
        int utility = legend.get().utilities().indexOf(skill);
        return utility < 0 ? Optional.empty() : Optional.of(UTILITIES.get(utility));
    }
}
