package org.wvwbuilder.builds.gear;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.catalogue.Facts.Upgrade;
import org.wvwbuilder.builds.store.Equipment;
import org.wvwbuilder.builds.store.Equipment.Piece;

/** Computes the attributes that equipment gives. */
public final class Wardrobe {
    private static final int RUNES = 6;

    private final Catalogue catalogue;
    private final Equipment equipment;

    private Wardrobe(Catalogue catalogue, Equipment equipment) {
        this.catalogue = catalogue;
        this.equipment = equipment;
    }

    /**
     * The attributes with each set of weapons that there is; with the first set where there is no weapon at all. Empty
     * without equipment.
     *
     * @param profession its name in the catalogue
     */
    public static List<Attributes> attributes(Catalogue catalogue, String profession, Equipment equipment) {
        if (equipment.equals(Equipment.NONE)) return List.of();
        var wardrobe = new Wardrobe(catalogue, equipment);
        int health = catalogue
                .profession(profession)
                .map(known -> known.baseHealth())
                .orElse(0);
        var sets = Arrays.stream(WeaponSet.values()).filter(wardrobe::armed).toList();
        return (sets.isEmpty() ? List.of(WeaponSet.A) : sets)
                .stream().map(set -> wardrobe.with(set).attributes(set, health)).toList();
    }

    private boolean armed(WeaponSet set) {
        return equipment.pieces().stream().anyMatch(piece -> set.holds(piece.slot()));
    }

    private Tally with(WeaponSet set) {
        var tally = new Tally();
        var runes = new LinkedHashMap<Upgrade, Integer>();
        for (var piece : equipment.pieces()) {
            if (!set.counts(piece.slot())) continue;
            piece.stat()
                    .flatMap(catalogue.itemStats()::find)
                    .ifPresent(stat -> tally.add(stat, Adjustments.of(piece.slot(), twoHands(piece))));
            for (var id : piece.infusions()) item(Optional.of(id), tally);
            for (var id : piece.upgrades()) {
                var upgrade = catalogue.upgrades().find(id);
                if (upgrade.filter(known -> known.type().equals("rune")).isPresent()) {
                    runes.merge(upgrade.get(), 1, Integer::sum);
                } else {
                    item(Optional.of(id), tally);
                }
            }
        }
        runes.forEach((rune, worn) -> runes(rune, worn, tally));
        item(equipment.food(), tally);
        item(equipment.utility(), tally);
        return tally;
    }

    private boolean twoHands(Piece piece) {
        return piece.weapon()
                .flatMap(catalogue::weaponNamed)
                .filter(weapon -> weapon.hand().equals("2h"))
                .isPresent();
    }

    /** The first bonus of a rune needs one of it, the sixth six. */
    private static void runes(Upgrade rune, int worn, Tally tally) {
        if (worn < RUNES && rune.bonuses().size() < RUNES) {
            tally.warn(rune.name() + ": what fewer than six of it give is not known here and not counted.");
            return;
        }
        rune.bonuses().stream().limit(worn).forEach(tally::add);
    }

    private void item(Optional<Integer> id, Tally tally) {
        id.flatMap(catalogue.upgrades()::find)
                .ifPresent(known -> known.bonuses().forEach(tally::add));
    }
}
