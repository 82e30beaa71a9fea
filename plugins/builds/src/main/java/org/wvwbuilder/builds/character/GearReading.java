package org.wvwbuilder.builds.character;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.catalogue.Facts.ItemStat;
import org.wvwbuilder.builds.character.Tabs.GearTab;
import org.wvwbuilder.builds.official.Shape;
import org.wvwbuilder.builds.store.Equipment;
import org.wvwbuilder.builds.store.Equipment.Piece;
import org.wvwbuilder.builds.store.Equipment.Slot;

/** Reads the gear of a tab. What the catalogue does not know is left out. For one tab only. */
final class GearReading {
    private static final Map<String, Slot> SLOTS = Map.ofEntries(
            entry("Helm", Slot.HELM),
            entry("Shoulders", Slot.SHOULDERS),
            entry("Coat", Slot.COAT),
            entry("Gloves", Slot.GLOVES),
            entry("Leggings", Slot.LEGGINGS),
            entry("Boots", Slot.BOOTS),
            entry("HelmAquatic", Slot.AQUATIC_HELM),
            entry("Backpack", Slot.BACK),
            entry("Amulet", Slot.AMULET),
            entry("Accessory1", Slot.ACCESSORY_1),
            entry("Accessory2", Slot.ACCESSORY_2),
            entry("Ring1", Slot.RING_1),
            entry("Ring2", Slot.RING_2),
            entry("WeaponA1", Slot.WEAPON_A1),
            entry("WeaponA2", Slot.WEAPON_A2),
            entry("WeaponB1", Slot.WEAPON_B1),
            entry("WeaponB2", Slot.WEAPON_B2),
            entry("WeaponAquaticA", Slot.AQUATIC_WEAPON_A),
            entry("WeaponAquaticB", Slot.AQUATIC_WEAPON_B));

    /** Where the API's word for a weapon is not ours. */
    private static final Map<String, String> WEAPONS = Map.of("Harpoon", "Spear", "HarpoonGun", "Speargun");

    private static final Set<Slot> TRINKETS = EnumSet.range(Slot.BACK, Slot.RING_2);
    private static final Set<Slot> ARMS = EnumSet.range(Slot.WEAPON_A1, Slot.AQUATIC_WEAPON_B);

    private final Catalogue catalogue;
    private final Map<Integer, Shape> items;
    private final List<LeftOut> leftOut;

    GearReading(Catalogue catalogue, Map<Integer, Shape> items, List<LeftOut> leftOut) {
        this.catalogue = catalogue;
        this.items = items;
        this.leftOut = leftOut;
    }

    Equipment read(GearTab tab, Tabs character) {
        var pieces = new ArrayList<Piece>();
        var filled = EnumSet.noneOf(Slot.class);
        for (var in : tab.pieces()) {
            var slot = in.at("slot").text().map(SLOTS::get);
            if (slot.isPresent() && filled.add(slot.get()))
                piece(slot.get(), in).ifPresent(pieces::add);
        }
        return new Equipment(pieces, relic(tab, character), Optional.empty(), Optional.empty());
    }

    /** In the tab where it is told there, else among all that the character wears. */
    private Optional<Integer> relic(GearTab tab, Tabs character) {
        var told = tab.pieces().stream().filter(GearReading::relic).findFirst();
        return told.or(() -> character.worn().stream()
                        .filter(GearReading::relic)
                        .filter(in -> in.at("tabs").numbers().contains(tab.number()))
                        .findFirst())
                .flatMap(in -> in.at("id").number())
                .flatMap(id -> known(id, "relic"));
    }

    private static boolean relic(Shape in) {
        return in.at("slot").text().filter("Relic"::equals).isPresent();
    }

    private Optional<Piece> piece(Slot slot, Shape in) {
        int id = in.at("id").number().orElse(0);
        var item = Optional.ofNullable(items.get(id));
        var weapon = item.flatMap(found -> found.at("details").at("type").text())
                .map(type -> WEAPONS.getOrDefault(type, type))
                .flatMap(catalogue::weaponNamed)
                .map(known -> known.name());
        if (ARMS.contains(slot) && weapon.isEmpty()) {
            unknown("item", id, item.flatMap(found -> found.at("name").text()));
            return Optional.empty();
        }
        return Optional.of(new Piece(
                slot,
                ARMS.contains(slot) ? weapon : Optional.empty(),
                stat(slot, in, item),
                upgrades(slot, in),
                in.at("infusions").numbers().stream()
                        .flatMap(infusion -> known(infusion, "infusion").stream())
                        .toList()));
    }

    /** Chosen by the player, or the item's own. */
    private Optional<Integer> stat(Slot slot, Shape in, Optional<Shape> item) {
        var told = in.at("stats")
                .at("id")
                .number()
                .or(() -> item.flatMap(found ->
                        found.at("details").at("infix_upgrade").at("id").number()));
        if (told.isEmpty()) return Optional.empty();
        boolean trinket = TRINKETS.contains(slot);
        var known = catalogue.itemStats().find(told.get());
        var fitting = known.filter(stat -> fits(stat, trinket))
                .or(() -> known.flatMap(stat -> sameName(stat, trinket)))
                .map(ItemStat::id);
        if (fitting.isEmpty()) unknown("stat", told.get(), known.map(ItemStat::name));
        return fitting;
    }

    /** The game has several combinations of one name, each for other gear. */
    private Optional<ItemStat> sameName(ItemStat stat, boolean trinket) {
        return catalogue.itemStats().all().stream()
                .filter(other -> other.name().equals(stat.name()) && fits(other, trinket))
                .findFirst();
    }

    private static boolean fits(ItemStat stat, boolean trinket) {
        return trinket ? stat.trinket() : stat.armorWeapon();
    }

    private List<Integer> upgrades(Slot slot, Shape in) {
        var told = in.at("upgrades").numbers();
        if (TRINKETS.contains(slot)) {
            told.forEach(
                    id -> leftOut.add(new LeftOut("item", id, Optional.empty(), "Builds keep no jewels in trinkets.")));
            return List.of();
        }
        var type = ARMS.contains(slot) ? "sigil" : "rune";
        return told.stream().flatMap(id -> known(id, type).stream()).toList();
    }

    private Optional<Integer> known(int id, String type) {
        var known = catalogue.upgrades().find(id);
        if (known.filter(upgrade -> upgrade.type().equals(type)).isPresent()) return Optional.of(id);
        unknown("item", id, known.map(upgrade -> upgrade.name()));
        return Optional.empty();
    }

    private void unknown(String kind, int id, Optional<String> name) {
        leftOut.add(new LeftOut(kind, id, name, LeftOut.UNKNOWN));
    }
}
