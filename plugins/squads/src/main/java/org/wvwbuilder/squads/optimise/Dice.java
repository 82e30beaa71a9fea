package org.wvwbuilder.squads.optimise;

/** Random numbers that are the same for a seed on every Java: SplitMix64, after Steele, Lea and Flood (2014). */
final class Dice {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final int TABLE = 4096;

    /** -ln of the middle of each of 4096 equal parts of 0 to 1, by the exact library: no machine rounds otherwise. */
    private static final double[] PATIENCE = new double[TABLE];

    static {
        for (int i = 0; i < TABLE; i++) PATIENCE[i] = -StrictMath.log((i + 0.5) / TABLE);
    }

    private long state;

    Dice(long seed) {
        state = seed;
    }

    private int bits() {
        state += GOLDEN;
        long mixed = (state ^ state >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return (int) (mixed >>> 32);
    }

    /** From 0 up to the bound, without it. */
    int below(int bound) {
        return (int) ((bits() & 0xffffffffL) * bound >>> 32);
    }

    /** How many degrees a step may climb: 0 mostly, seldom much; its mean is 1. */
    double patience() {
        return PATIENCE[bits() & TABLE - 1];
    }
}
