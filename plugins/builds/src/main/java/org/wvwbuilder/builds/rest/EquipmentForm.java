package org.wvwbuilder.builds.rest;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.store.Equipment;
import org.wvwbuilder.builds.store.Equipment.Piece;
import org.wvwbuilder.builds.store.Equipment.Slot;
import org.wvwbuilder.builds.template.Findings;

/** Checks equipment: each slot once, ids that can be ids. Whether the game has them is not its question. */
final class EquipmentForm {
    private static final String ID = "an id of the game: a whole number above 0";

    private EquipmentForm() {}

    static void check(Equipment equipment, Findings findings) {
        id("/equipment/relic", equipment.relic(), findings);
        id("/equipment/food", equipment.food(), findings);
        id("/equipment/utility", equipment.utility(), findings);
        var filled = EnumSet.noneOf(Slot.class);
        for (int i = 0; i < equipment.pieces().size() && i <= Slot.values().length; i++) {
            var piece = equipment.pieces().get(i);
            var at = "/equipment/pieces/" + i;
            findings.check(piece.slot() != null, at + "/slot", "the slot that it stands in");
            if (piece.slot() != null) findings.check(filled.add(piece.slot()), at + "/slot", "a slot named once");
            check(at, piece, findings);
        }
    }

    private static void check(String at, Piece piece, Findings findings) {
        id(at + "/stat", piece.stat(), findings);
        ids(at + "/upgrades", piece.upgrades(), 2, findings);
        ids(at + "/infusions", piece.infusions(), 3, findings);
        var weapon = piece.weapon().orElse("Sword");
        findings.check(weapon.matches("[A-Za-z]{1,20}"), at + "/weapon", "the name of a weapon type, as Greatsword");
    }

    private static void ids(String at, List<Integer> ids, int most, Findings findings) {
        findings.check(ids.size() <= most, at, "at most " + most + " ids");
        findings.check(ids.stream().allMatch(id -> id > 0), at, ID);
    }

    private static void id(String at, Optional<Integer> id, Findings findings) {
        findings.check(id.orElse(1) > 0, at, ID);
    }
}
