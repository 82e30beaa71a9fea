package org.wvwbuilder.builds.gear;

import java.util.Set;
import org.wvwbuilder.builds.store.Equipment.Slot;

/** The weapons in hand: what else is worn counts with each of them. */
enum WeaponSet {
    A(Slot.HELM, Slot.WEAPON_A1, Slot.WEAPON_A2),
    B(Slot.HELM, Slot.WEAPON_B1, Slot.WEAPON_B2),
    AQUATIC_A(Slot.AQUATIC_HELM, Slot.AQUATIC_WEAPON_A),
    AQUATIC_B(Slot.AQUATIC_HELM, Slot.AQUATIC_WEAPON_B);

    private static final Set<Slot> ALWAYS = Set.of(
            Slot.SHOULDERS,
            Slot.COAT,
            Slot.GLOVES,
            Slot.LEGGINGS,
            Slot.BOOTS,
            Slot.BACK,
            Slot.AMULET,
            Slot.ACCESSORY_1,
            Slot.ACCESSORY_2,
            Slot.RING_1,
            Slot.RING_2);

    private final Slot helm;
    private final Set<Slot> weapons;

    WeaponSet(Slot helm, Slot... weapons) {
        this.helm = helm;
        this.weapons = Set.of(weapons);
    }

    boolean counts(Slot slot) {
        return ALWAYS.contains(slot) || slot == helm || holds(slot);
    }

    boolean holds(Slot slot) {
        return weapons.contains(slot);
    }
}
