package org.wvwbuilder.builds.gear;

import java.util.List;
import org.wvwbuilder.builds.catalogue.Facts.Bonus;
import org.wvwbuilder.plugin.Doc;

/** The attributes with one set of weapons in hand. */
@Doc("Attributes at level 80 with ascended gear; traits, boons and what fights bring are not counted.")
public record Attributes(
        @Doc("a, b, aquatic_a or aquatic_b: the weapons in hand.")
        String set,

        int power,
        int precision,
        int toughness,
        int vitality,
        int ferocity,
        int conditionDamage,
        int expertise,
        int concentration,
        int healingPower,
        int health,
        @Doc("Percent.") double criticalChance,
        @Doc("Percent of a usual strike.") double criticalDamage,
        @Doc("Percent more.") double conditionDuration,
        @Doc("Percent more.") double boonDuration,

        @Doc("What upgrades, food and utility item give beside attributes.")
        List<Bonus> others,

        @Doc("What could not be counted, and why.") List<String> warnings) {}
