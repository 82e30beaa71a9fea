package org.wvwbuilder.builds.rest;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.catalogue.Facts.ItemStat;
import org.wvwbuilder.builds.catalogue.Facts.Upgrade;
import org.wvwbuilder.builds.store.Equipment;
import org.wvwbuilder.builds.store.Equipment.Piece;
import org.wvwbuilder.builds.store.Equipment.Slot;
import org.wvwbuilder.builds.template.Findings;

/**
 * Checks equipment: each slot once, and in it what the game lets stand there. Ids that the catalogue does not know are let
 * through, as patches add some; the build is then marked for review.
 */
final class EquipmentForm {
    private static final String ID = "an id of the game: a whole number above 0";
    private static final Set<Slot> TRINKETS = EnumSet.range(Slot.BACK, Slot.RING_2);
    private static final Set<Slot> WEAPONS = EnumSet.range(Slot.WEAPON_A1, Slot.AQUATIC_WEAPON_B);
    private static final Set<Slot> AQUATIC = EnumSet.range(Slot.AQUATIC_WEAPON_A, Slot.AQUATIC_WEAPON_B);
    private static final Set<Slot> SECOND_HANDS = EnumSet.of(Slot.WEAPON_A2, Slot.WEAPON_B2);

    private final Catalogue catalogue;
    private final Findings findings;

    EquipmentForm(Catalogue catalogue, Findings findings) {
        this.catalogue = catalogue;
        this.findings = findings;
    }

    void check(Equipment equipment) {
        equipment.relic().ifPresent(id -> item("/equipment/relic", id, "relic"));
        equipment.food().ifPresent(id -> item("/equipment/food", id, "food"));
        equipment.utility().ifPresent(id -> item("/equipment/utility", id, "utility"));
        var filled = EnumSet.noneOf(Slot.class);
        for (int i = 0; i < equipment.pieces().size() && i <= Slot.values().length; i++) {
            var piece = equipment.pieces().get(i);
            var at = "/equipment/pieces/" + i;
            findings.check(piece.slot() != null, at + "/slot", "the slot that it stands in");
            if (piece.slot() == null) continue;
            findings.check(filled.add(piece.slot()), at + "/slot", "a slot named once");
            piece.stat().ifPresent(id -> stat(at + "/stat", id, piece.slot()));
            weapon(at + "/weapon", piece);
            upgrades(at + "/upgrades", piece);
            items(at + "/infusions", piece.infusions(), infusions(piece), "infusion");
        }
    }

    private void stat(String at, int id, Slot slot) {
        findings.check(id > 0, at, ID);
        boolean trinket = TRINKETS.contains(slot);
        var known = catalogue.itemStats().find(id);
        if (known.isEmpty() || fits(known.get(), trinket)) return;
        var meant = catalogue.itemStats().all().stream()
                .filter(other -> other.name().equals(known.get().name()) && fits(other, trinket))
                .findFirst()
                .map(other -> "; " + other.name() + " is " + other.id() + " there")
                .orElse("");
        findings.add(at, "an attribute combination for " + (trinket ? "trinkets" : "armour and weapons") + meant);
    }

    private static boolean fits(ItemStat stat, boolean trinket) {
        return trinket ? stat.trinket() : stat.armorWeapon();
    }

    private void weapon(String at, Piece piece) {
        if (!WEAPONS.contains(piece.slot())) {
            findings.check(piece.weapon().isEmpty(), at, "nothing: only the slots of weapons hold one");
            return;
        }
        var hand = piece.weapon().flatMap(catalogue::weaponNamed).map(weapon -> weapon.hand());
        if (hand.isEmpty()) {
            findings.add(at, "the name of a weapon type, as Greatsword");
        } else if (AQUATIC.contains(piece.slot())) {
            boolean sinks =
                    !hand.get().equals("2h-aquatic") && !piece.weapon().get().equalsIgnoreCase("Spear");
            findings.check(!sinks, at, "a weapon for under water: Spear, Trident or Speargun");
        } else if (SECOND_HANDS.contains(piece.slot())) {
            findings.check(Set.of("1h", "off").contains(hand.get()), at, "a weapon for the second hand");
        } else {
            findings.check(Set.of("1h", "2h", "main").contains(hand.get()), at, "a weapon for the first hand, or both");
        }
    }

    private void upgrades(String at, Piece piece) {
        boolean weapon = WEAPONS.contains(piece.slot());
        int most = TRINKETS.contains(piece.slot()) ? 0 : weapon && twoHands(piece) ? 2 : 1;
        items(at, piece.upgrades(), most, weapon ? "sigil" : "rune");
    }

    private boolean twoHands(Piece piece) {
        return piece.weapon()
                .flatMap(catalogue::weaponNamed)
                .filter(weapon -> weapon.hand().startsWith("2h"))
                .isPresent();
    }

    /** How many an ascended piece holds, attuned and infused where it can be. */
    private int infusions(Piece piece) {
        return switch (piece.slot()) {
            case RING_1, RING_2 -> 3;
            case BACK -> 2;
            case AMULET -> 0;
            default -> twoHands(piece) ? 2 : 1;
        };
    }

    private void items(String at, List<Integer> ids, int most, String type) {
        findings.check(ids.size() <= most, at, most == 0 ? "none: this slot takes no " + type : "at most " + most);
        for (int i = 0; i < Math.min(ids.size(), most); i++) item(at + "/" + i, ids.get(i), type);
    }

    private void item(String at, int id, String type) {
        findings.check(id > 0, at, ID);
        Optional<Upgrade> known = catalogue.upgrades().find(id);
        known.filter(upgrade -> !upgrade.type().equals(type))
                .ifPresent(upgrade -> findings.add(
                        at,
                        "an id of /upgrades?type=" + type + "; " + upgrade.name() + " is of type " + upgrade.type()));
    }
}
