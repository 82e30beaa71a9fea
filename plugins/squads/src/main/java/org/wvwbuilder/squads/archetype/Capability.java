package org.wvwbuilder.squads.archetype;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a build can give its subgroup or its squad. */
public enum Capability {
    STABILITY,
    RESISTANCE,
    AEGIS,
    PROTECTION,
    MIGHT,
    FURY,
    QUICKNESS,
    ALACRITY,
    REGENERATION,
    RESOLUTION,
    SWIFTNESS,
    VIGOR,
    CLEANSE,
    HEAL,
    BARRIER,
    STRIP,
    CC,
    SUPERSPEED,
    STEALTH,
    RANGED_DAMAGE,
    MELEE_DAMAGE,
    MOBILITY;

    /** As it stands in JSON and in the tables: {@code ranged_damage}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Capability> named(String key) {
        return Stream.of(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
