package org.wvwbuilder.squads.optimise;

/**
 * Numbers what players give together, cut where more is not needed: stability by the count of main, reliable and
 * incidental sources, the subgroup's sums, and the squad's sums.
 */
final class Playing {
    private static final int STABILITIES = 12;
    private static final long MOST = 1L << 60;

    private final Instance in;
    private final Sums rules;
    private final Sums squad;
    private final int[][] stability;
    private final int[][] ruleSums;
    private final int[][] squadSums;

    Playing(Instance in) {
        this.in = in;
        this.rules = new Sums(in.needs.sums);
        this.squad = new Sums(in.needs.squad);
        this.stability = new int[in.players][];
        this.ruleSums = new int[in.players][];
        this.squadSums = new int[in.players][];
        for (int player = 0; player < in.players; player++) {
            int options = in.options[player].length;
            stability[player] = new int[options];
            ruleSums[player] = new int[options];
            squadSums[player] = new int[options];
            for (int option = 0; option < options; option++) {
                var choice = in.options[player][option];
                stability[player][option] = in.needs.stability == 0 ? 0 : choice.stability();
                ruleSums[player][option] = rules.of(choice.strength());
                squadSums[player][option] = squad.of(choice.squad());
            }
        }
    }

    /** False when there are too many different sums to number. */
    boolean countable() {
        return rules.count() < Integer.MAX_VALUE
                && squad.count() < Integer.MAX_VALUE
                && (double) rules.count() * squad.count() * STABILITIES < MOST;
    }

    int options(int player) {
        return in.options[player].length;
    }

    long cost(int player, int group, int option) {
        return in.cost(player, group, option);
    }

    /** The sums of the squad, which have numbers of their own. */
    Sums squad() {
        return squad;
    }

    long plus(long key, int player, int option) {
        int stable = stable((int) (key % STABILITIES), stability[player][option]);
        long rest = key / STABILITIES;
        int sums = rules.plus((int) (rest % rules.count()), ruleSums[player][option]);
        int squads = squad.plus((int) (rest / rules.count()), squadSums[player][option]);
        return ((long) squads * rules.count() + sums) * STABILITIES + stable;
    }

    /** Main sources up to 1, reliable ones up to 2, incidental ones up to 1. */
    private static int stable(int code, int strength) {
        return switch (strength) {
            case 1 -> code | 1;
            case 2 -> code / 2 % 3 == 2 ? code : code + 2;
            case 3 -> code >= 6 ? code : code + 6;
            default -> code;
        };
    }

    int squadSum(long key) {
        return (int) (key / STABILITIES / rules.count());
    }

    /** What a subgroup with these sums misses of the rules, packed. */
    long missing(long key) {
        int code = (int) (key % STABILITIES);
        int peak = Needs.peak(new int[] {0, code % 2, code / 2 % 3, code / 6});
        long stable = Math.max(0, in.needs.stability - peak);
        int sums = (int) (key / STABILITIES % rules.count());
        return (stable << Score.STABILITY) + rules.weighed(sums);
    }
}
