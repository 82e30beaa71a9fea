package org.wvwbuilder.builds.gear;

import org.wvwbuilder.builds.store.Equipment.Slot;

/** How much an ascended piece of level 80 in each slot weighs in the formula of the attributes. */
final class Adjustments {
    private static final double ONE_HAND = 358.512;
    private static final double TWO_HANDS = 717.024;

    private Adjustments() {}

    /** @param twoHands whether a weapon needs both hands; those under water all do */
    static double of(Slot slot, boolean twoHands) {
        return switch (slot) {
            case HELM, AQUATIC_HELM -> 179.256;
            case SHOULDERS, GLOVES, BOOTS -> 134.442;
            case COAT -> 403.326;
            case LEGGINGS, RING_1, RING_2 -> 268.884;
            case AMULET -> 358.512;
            case ACCESSORY_1, ACCESSORY_2 -> 224.07;
            case BACK -> 89.628;
            case WEAPON_A1, WEAPON_A2, WEAPON_B1, WEAPON_B2 -> twoHands ? TWO_HANDS : ONE_HAND;
            case AQUATIC_WEAPON_A, AQUATIC_WEAPON_B -> TWO_HANDS;
        };
    }
}
