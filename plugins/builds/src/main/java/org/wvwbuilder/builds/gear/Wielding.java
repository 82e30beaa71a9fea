package org.wvwbuilder.builds.gear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.catalogue.Facts.Profession;
import org.wvwbuilder.builds.store.Equipment;
import org.wvwbuilder.builds.store.Equipment.Piece;
import org.wvwbuilder.builds.store.Equipment.Slot;
import org.wvwbuilder.plugin.Problem.Field;

/** Whether a profession can hold the weapons of its equipment, with any of its elite specializations. */
public final class Wielding {
    private static final String MAIN = "Mainhand";
    private static final String OFF = "Offhand";
    private static final String BOTH = "TwoHand";
    private static final String WATER = "Aquatic";

    private Wielding() {}

    /** The weapons that do not fit, each with what would; weapons that the catalogue does not know are let through. */
    public static List<Field> flaws(Catalogue catalogue, String profession, Equipment equipment) {
        var flaws = new ArrayList<Field>();
        var wielder = catalogue.profession(profession).orElseThrow();
        for (int i = 0; i < equipment.pieces().size(); i++) {
            var piece = equipment.pieces().get(i);
            var at = "/equipment/pieces/" + i + "/weapon";
            if (piece.slot() == null
                    || piece.weapon().flatMap(catalogue::weaponNamed).isEmpty()) continue;
            flaw(wielder, piece, equipment).ifPresent(detail -> flaws.add(new Field(at, detail)));
        }
        return flaws;
    }

    private static Optional<String> flaw(Profession wielder, Piece piece, Equipment equipment) {
        var name = piece.weapon().orElseThrow();
        var hands = hands(wielder, name);
        var who = "a " + wielder.name();
        if (hands.isEmpty()) return Optional.of("a weapon that " + who + " wields; " + name + " is none");
        return switch (piece.slot()) {
            case WEAPON_A1, WEAPON_B1 ->
                needs(
                        hands.contains(MAIN) || hands.contains(BOTH),
                        who + " holds " + name + " in the second hand only");
            case WEAPON_A2, WEAPON_B2 ->
                needs(hands.contains(OFF), who + " does not hold " + name + " in the second hand")
                        .or(() -> needs(
                                !twoHanded(wielder, equipment, first(piece.slot())),
                                "nothing: the weapon before it takes both hands"));
            case AQUATIC_WEAPON_A, AQUATIC_WEAPON_B ->
                needs(hands.contains(WATER) || hands.contains(BOTH), who + " does not hold " + name + " under water");
            default -> Optional.empty();
        };
    }

    private static List<String> hands(Profession wielder, String weapon) {
        return wielder.weapons().stream()
                .filter(own -> own.type().equalsIgnoreCase(weapon))
                .flatMap(own -> own.hands().stream())
                .toList();
    }

    private static Slot first(Slot second) {
        return second == Slot.WEAPON_A2 ? Slot.WEAPON_A1 : Slot.WEAPON_B1;
    }

    private static boolean twoHanded(Profession wielder, Equipment equipment, Slot slot) {
        return equipment.pieces().stream()
                .filter(piece -> piece.slot() == slot)
                .flatMap(piece -> piece.weapon().stream())
                .anyMatch(weapon -> hands(wielder, weapon).contains(BOTH));
    }

    private static Optional<String> needs(boolean holds, String detail) {
        return holds ? Optional.empty() : Optional.of(detail);
    }
}
