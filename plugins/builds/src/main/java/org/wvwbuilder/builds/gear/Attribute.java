package org.wvwbuilder.builds.gear;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The nine attributes that gear gives, with the names that the game's API and its item texts use for them. */
enum Attribute {
    POWER(1000, "power"),
    PRECISION(1000, "precision"),
    TOUGHNESS(1000, "toughness"),
    VITALITY(1000, "vitality"),
    FEROCITY(0, "ferocity", "critdamage"),
    CONDITION_DAMAGE(0, "conditiondamage"),
    EXPERTISE(0, "expertise", "conditionduration"),
    CONCENTRATION(0, "concentration", "boonduration"),
    HEALING_POWER(0, "healingpower", "healing");

    /** Of every character at level 80. */
    final int base;

    private final List<String> names;

    Attribute(int base, String... names) {
        this.base = base;
        this.names = List.of(names);
    }

    /** The attribute of which points are given under this name. */
    static Optional<Attribute> of(String name) {
        var key = key(name);
        return Arrays.stream(values())
                .filter(attribute -> attribute.names.contains(key))
                .findFirst();
    }

    /** The letters of a name, as the game writes one name in many ways. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }
}
