package org.wvwbuilder.squads.archetype;

/**
 * A minimum that every subgroup with players, or the squad as a whole, must reach.
 *
 * @param weight what one missing point counts beside those of other rules
 */
public record Rule(Capability capability, int need, int weight) {
    public static final int MOST_NEED = 15;
    public static final int MOST_SQUAD_NEED = 150;
    public static final int MOST_WEIGHT = 10;

    public Rule {
        if (need < 0 || need > MOST_SQUAD_NEED) throw new IllegalArgumentException("a need from 0 to 150: " + need);
        if (weight < 1 || weight > MOST_WEIGHT) throw new IllegalArgumentException("a weight from 1 to 10: " + weight);
    }

    /** A rule with the weight that this capability usually has. */
    public static Rule of(Capability capability, int need) {
        return new Rule(capability, need, usualWeight(capability));
    }

    private static int usualWeight(Capability capability) {
        return switch (capability) {
            case STABILITY -> MOST_WEIGHT;
            case CLEANSE -> 5;
            case RESISTANCE -> 4;
            case PROTECTION, HEAL -> 3;
            case MIGHT, AEGIS -> 2;
            case FURY,
                    QUICKNESS,
                    ALACRITY,
                    REGENERATION,
                    RESOLUTION,
                    SWIFTNESS,
                    VIGOR,
                    BARRIER,
                    STRIP,
                    CC,
                    SUPERSPEED,
                    STEALTH,
                    RANGED_DAMAGE,
                    MELEE_DAMAGE,
                    MOBILITY -> 1;
        };
    }
}
