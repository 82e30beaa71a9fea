package org.wvwbuilder.builds.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.wvwbuilder.plugin.Doc;

/** The gear that goes with a template, which no chat link can hold. Ids are those of the game's API. */
@Doc("Gear: what stands in each slot, the relic, food and utility item, by the ids of /itemstats and /upgrades.")
public record Equipment(
        List<Piece> pieces, Optional<Integer> relic, Optional<Integer> food, Optional<Integer> utility) {
    public static final Equipment NONE = new Equipment(List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    public Equipment {
        pieces = pieces == null ? List.of() : List.copyOf(pieces);
        relic = Objects.requireNonNullElse(relic, Optional.empty());
        food = Objects.requireNonNullElse(food, Optional.empty());
        utility = Objects.requireNonNullElse(utility, Optional.empty());
    }

    /** The slots, in the order of the game's hero panel. */
    public enum Slot {
        HELM,
        SHOULDERS,
        COAT,
        GLOVES,
        LEGGINGS,
        BOOTS,
        AQUATIC_HELM,
        BACK,
        AMULET,
        ACCESSORY_1,
        ACCESSORY_2,
        RING_1,
        RING_2,
        WEAPON_A1,
        WEAPON_A2,
        WEAPON_B1,
        WEAPON_B2,
        AQUATIC_WEAPON_A,
        AQUATIC_WEAPON_B
    }

    public record Piece(
            Slot slot,
            @Doc("The weapon type's name, in weapon slots.") Optional<String> weapon,
            @Doc("An attribute combination.") Optional<Integer> stat,
            @Doc("Runes or sigils, two at most.") List<Integer> upgrades,
            @Doc("Three at most.") List<Integer> infusions) {

        public Piece {
            weapon = Objects.requireNonNullElse(weapon, Optional.empty());
            stat = Objects.requireNonNullElse(stat, Optional.empty());
            upgrades = upgrades == null ? List.of() : List.copyOf(upgrades);
            infusions = infusions == null ? List.of() : List.copyOf(infusions);
        }
    }
}
