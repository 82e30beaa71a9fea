package org.wvwbuilder.squads.optimise;

/**
 * How good a plan is: every part is a cost, and an earlier part outranks all later ones together.
 *
 * @param empty places that stay empty
 * @param stability missing stability over all subgroups with players
 * @param rules what the other rules miss, by weight
 * @param squad what the squad's minimums miss
 * @param changes players who move or change their build, or would have to learn one
 * @param preferences how far down their lists the players had to go
 * @param damage what is missing to a squad of pure damage
 */
public record Score(int empty, int stability, int rules, int squad, int changes, int preferences, int damage)
        implements Comparable<Score> {
    static final int MOST_DAMAGE = 6;
    static final int MOST_CHANGES = 63;

    static final int PREFERENCE = 9;
    static final int CHANGE = 19;
    static final int SQUAD = 25;
    static final int RULES = 37;
    static final int STABILITY = 52;
    static final int EMPTY = 57;

    private static final int ALL = 63;

    /** Sums of packed scores are packed scores: every part has room for 50 players and ten subgroups. */
    static Score unpack(long packed) {
        return new Score(
                part(packed, EMPTY, ALL),
                part(packed, STABILITY, EMPTY),
                part(packed, RULES, STABILITY),
                part(packed, SQUAD, RULES),
                part(packed, CHANGE, SQUAD),
                part(packed, PREFERENCE, CHANGE),
                part(packed, 0, PREFERENCE));
    }

    static int part(long packed, int from, int to) {
        return (int) (packed >>> from & (1L << to - from) - 1);
    }

    /** The goals above the changes, packed. */
    static long above(long packed) {
        return packed >>> SQUAD << SQUAD;
    }

    /** What the subgroups miss, packed. */
    static long ofSubgroups(long packed) {
        return (packed & (1L << EMPTY) - 1) >>> RULES << RULES;
    }

    long packed() {
        return (long) empty << EMPTY
                | (long) stability << STABILITY
                | (long) rules << RULES
                | (long) squad << SQUAD
                | (long) changes << CHANGE
                | (long) preferences << PREFERENCE
                | damage;
    }

    /** True when no rule is unmet. */
    public boolean met() {
        return stability == 0 && rules == 0 && squad == 0;
    }

    @Override
    public int compareTo(Score other) {
        return Long.compare(packed(), other.packed());
    }
}
