package org.wvwbuilder.builds.gear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.catalogue.Facts.ItemStat;
import org.wvwbuilder.builds.catalogue.Facts.Upgrade;
import org.wvwbuilder.builds.store.Equipment;
import org.wvwbuilder.builds.store.Equipment.Piece;
import org.wvwbuilder.builds.store.Equipment.Slot;

class WardrobeTests {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final List<Slot> ARMOR =
            List.of(Slot.HELM, Slot.SHOULDERS, Slot.COAT, Slot.GLOVES, Slot.LEGGINGS, Slot.BOOTS);
    private static final List<Slot> TRINKETS =
            List.of(Slot.BACK, Slot.AMULET, Slot.ACCESSORY_1, Slot.ACCESSORY_2, Slot.RING_1, Slot.RING_2);

    private static int stat(String name, boolean trinket) {
        return CATALOGUE.itemStats().all().stream()
                .filter(stat -> stat.name().equals(name) && (trinket ? stat.trinket() : stat.armorWeapon()))
                .mapToInt(ItemStat::id)
                .findFirst()
                .orElseThrow();
    }

    private static int upgrade(String name) {
        return CATALOGUE.upgrades().all().stream()
                .filter(upgrade -> upgrade.name().equals(name))
                .mapToInt(Upgrade::id)
                .findFirst()
                .orElseThrow();
    }

    private static Piece piece(Slot slot, int stat, String weapon, List<Integer> upgrades, List<Integer> infusions) {
        return new Piece(slot, Optional.ofNullable(weapon), Optional.of(stat), upgrades, infusions);
    }

    /** All of one prefix, with a greatsword, and what is worn beside it. */
    private static Equipment suit(
            String prefix, List<Integer> runes, Optional<Integer> food, Optional<Integer> utility) {
        var pieces = new ArrayList<Piece>();
        for (var slot : ARMOR) pieces.add(piece(slot, stat(prefix, false), null, runes, List.of()));
        for (var slot : TRINKETS) pieces.add(piece(slot, stat(prefix, true), null, List.of(), List.of()));
        pieces.add(piece(Slot.WEAPON_A1, stat(prefix, false), "Greatsword", List.of(), List.of()));
        return new Equipment(pieces, Optional.empty(), food, utility);
    }

    private static Attributes only(Equipment equipment) {
        var sets = Wardrobe.attributes(CATALOGUE, "Guardian", equipment);
        assertThat(sets).hasSize(1);
        return sets.getFirst();
    }

    /** The figures that the game's hero panel shows for each piece: 63, 47, 141, 47, 94, 47; 63, 157, 110, 126; 251. */
    @Test
    void aSuitOfBerserkersGivesWhatTheHeroPanelShows() {
        var suit = only(suit("Berserker's", List.of(), Optional.empty(), Optional.empty()));
        assertThat(suit.set()).isEqualTo("a");
        assertThat(suit.power()).isEqualTo(1000 + 63 + 3 * 47 + 141 + 94 + 63 + 157 + 2 * 110 + 2 * 126 + 251);
        int minor = 45 + 3 * 34 + 101 + 67 + 40 + 108 + 2 * 74 + 2 * 85 + 179;
        assertThat(suit.precision()).isEqualTo(1000 + minor);
        assertThat(suit.ferocity()).isEqualTo(minor);
        assertThat(suit.toughness()).isEqualTo(1000);
        assertThat(suit.health()).isEqualTo(1645 + 10_000);
        assertThat(suit.criticalChance()).isEqualTo(Math.round((1000 + minor - 895) / 21.0 * 100) / 100.0);
        assertThat(suit.criticalDamage()).isEqualTo(Math.round((150 + minor / 15.0) * 100) / 100.0);
        assertThat(suit.warnings()).isEmpty();
    }

    @Test
    void eachRuneMoreGivesItsNextBonus() {
        int rune = upgrade("Superior Rune of Divinity");
        var bonuses = CATALOGUE.upgrades().find(rune).orElseThrow().bonuses();
        int before = 0;
        for (int worn = 0; worn <= 6; worn++) {
            var pieces = new ArrayList<Piece>();
            for (int i = 0; i < worn; i++) {
                pieces.add(new Piece(ARMOR.get(i), Optional.empty(), Optional.empty(), List.of(rune), List.of()));
            }
            pieces.add(new Piece(Slot.BACK, Optional.empty(), Optional.empty(), List.of(), List.of()));
            var power = only(new Equipment(pieces, Optional.empty(), Optional.empty(), Optional.empty()))
                    .power();
            int next = worn == 0
                    ? 1000
                    : before
                            + (bonuses.get(worn - 1).percent()
                                    ? 0
                                    : bonuses.get(worn - 1).value());
            assertThat(power).as("%d runes", worn).isEqualTo(next);
            before = power;
        }
    }

    @Test
    void aRuneWhoseSingleBonusesAreNotKnownCountsFromSixOn() {
        int rune = upgrade("Superior Rune of Orr");
        var five = Collections.nCopies(5, rune);
        var pieces = new ArrayList<Piece>();
        for (int i = 0; i < five.size(); i++) {
            pieces.add(new Piece(ARMOR.get(i), Optional.empty(), Optional.empty(), List.of(rune), List.of()));
        }
        var some = only(new Equipment(pieces, Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(some.warnings()).singleElement().asString().contains("Superior Rune of Orr");
        assertThat(some.conditionDamage()).isZero();
        var all = only(suit("Celestial", List.of(rune), Optional.empty(), Optional.empty()));
        assertThat(all.warnings()).isEmpty();
        var bare = only(suit("Celestial", List.of(), Optional.empty(), Optional.empty()));
        assertThat(all).isNotEqualTo(bare);
    }

    @Test
    void aShareIsTakenFromWhatIsThereBeforeAnyShare() {
        int oil = upgrade("Quality Maintenance Oil");
        var bare = only(suit("Minstrel's", List.of(), Optional.empty(), Optional.empty()));
        var oiled = only(suit("Minstrel's", List.of(), Optional.empty(), Optional.of(oil)));
        long precision = Math.round(bare.precision() * 0.02);
        long healing = Math.round(bare.healingPower() * 0.04);
        assertThat(oiled.concentration()).isEqualTo((int) (bare.concentration() + precision + healing));
        assertThat(oiled.boonDuration()).isEqualTo(Math.round(oiled.concentration() / 15.0 * 100) / 100.0);
    }

    @Test
    void eachSetOfWeaponsHasItsOwnAttributesAndSigils() {
        int accuracy = upgrade("Superior Sigil of Accuracy");
        int stat = stat("Berserker's", false);
        var equipment = new Equipment(
                List.of(
                        piece(Slot.WEAPON_A1, stat, "Sword", List.of(accuracy), List.of()),
                        piece(Slot.WEAPON_B1, stat, "Greatsword", List.of(), List.of()),
                        piece(Slot.AQUATIC_WEAPON_A, stat, "Spear", List.of(), List.of()),
                        piece(Slot.HELM, stat, null, List.of(), List.of(43254)),
                        piece(Slot.AQUATIC_HELM, stat, null, List.of(), List.of())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var sets = Wardrobe.attributes(CATALOGUE, "Warrior", equipment);
        assertThat(sets).extracting(Attributes::set).containsExactly("a", "b", "aquatic_a");
        assertThat(sets).extracting(Attributes::power).containsExactly(1000 + 125 + 63 + 5, 1000 + 251 + 63 + 5, 1314);
        assertThat(sets.get(0).criticalChance() - (sets.get(0).precision() - 895) / 21.0)
                .isBetween(6.99, 7.01);
        assertThat(sets.get(0).health()).isEqualTo(9212 + 10_000);
        assertThat(Wardrobe.attributes(CATALOGUE, "Warrior", Equipment.NONE)).isEmpty();
    }
}
