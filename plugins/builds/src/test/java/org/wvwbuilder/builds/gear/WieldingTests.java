package org.wvwbuilder.builds.gear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wvwbuilder.builds.catalogue.Catalogue;
import org.wvwbuilder.builds.store.Equipment;
import org.wvwbuilder.builds.store.Equipment.Piece;
import org.wvwbuilder.builds.store.Equipment.Slot;
import org.wvwbuilder.plugin.Problem.Field;

class WieldingTests {
    private static final Catalogue CATALOGUE = Catalogue.load();

    @Test
    void aProfessionHoldsItsWeaponsInTheHandsThatTheyAreFor() {
        assertThat(flaws("Guardian", weapon(Slot.WEAPON_A1, "Mace"), weapon(Slot.WEAPON_A2, "Shield")))
                .isEmpty();
        assertThat(flaws("Guardian", weapon(Slot.WEAPON_A1, "Greatsword"))).isEmpty();
        assertThat(flaws("Guardian", weapon(Slot.WEAPON_A1, "Shield")))
                .containsExactly("/equipment/pieces/0/weapon: a Guardian holds Shield in the second hand only");
        assertThat(flaws("Guardian", weapon(Slot.WEAPON_B2, "Mace")))
                .containsExactly("/equipment/pieces/0/weapon: a Guardian does not hold Mace in the second hand");
        assertThat(flaws("Guardian", weapon(Slot.WEAPON_A1, "Rifle")))
                .containsExactly("/equipment/pieces/0/weapon: a weapon that a Guardian wields; Rifle is none");
        assertThat(flaws("Guardian", weapon(Slot.AQUATIC_WEAPON_A, "Trident"))).isEmpty();
        assertThat(flaws("Guardian", weapon(Slot.AQUATIC_WEAPON_A, "Speargun"))).hasSize(1);
    }

    @Test
    void nothingStandsBesideAWeaponForBothHands() {
        assertThat(flaws("Guardian", weapon(Slot.WEAPON_A1, "Greatsword"), weapon(Slot.WEAPON_A2, "Shield")))
                .containsExactly("/equipment/pieces/1/weapon: nothing: the weapon before it takes both hands");
        assertThat(flaws("Guardian", weapon(Slot.WEAPON_A1, "Greatsword"), weapon(Slot.WEAPON_B2, "Shield")))
                .isEmpty();
    }

    @Test
    void whatTheCatalogueDoesNotKnowIsLetThrough() {
        assertThat(flaws("Guardian", weapon(Slot.WEAPON_A1, "Lute"))).isEmpty();
    }

    private static Piece weapon(Slot slot, String name) {
        return new Piece(slot, Optional.of(name), Optional.empty(), List.of(), List.of());
    }

    private static List<String> flaws(String profession, Piece... pieces) {
        var equipment = new Equipment(Stream.of(pieces).toList(), Optional.empty(), Optional.empty(), Optional.empty());
        return Wielding.flaws(CATALOGUE, profession, equipment).stream()
                .map(WieldingTests::line)
                .toList();
    }

    private static String line(Field flaw) {
        return flaw.pointer() + ": " + flaw.detail();
    }
}
