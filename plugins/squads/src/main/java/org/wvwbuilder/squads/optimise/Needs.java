package org.wvwbuilder.squads.optimise;

import java.util.ArrayList;
import java.util.List;
import org.wvwbuilder.squads.archetype.Archetype;
import org.wvwbuilder.squads.archetype.Capability;
import org.wvwbuilder.squads.archetype.Rule;

/**
 * The rules in numbers. Stability counts by its peak, one main source or two reliable ones: three incidental sources
 * are no main source. Everything else is a sum.
 */
final class Needs {
    private static final int RELIABLE = 2;

    final int stability;
    final Rule[] sums;
    final Rule[] squad;

    Needs(List<Rule> rules, List<Rule> squad) {
        int peak = 0;
        var others = new ArrayList<Rule>();
        for (var rule : rules) {
            if (rule.capability() == Capability.STABILITY) peak = Math.min(Archetype.MAIN, rule.need());
            else others.add(rule);
        }
        this.stability = peak;
        this.sums = others.toArray(Rule[]::new);
        this.squad = squad.toArray(Rule[]::new);
    }

    /** The stability of a subgroup from how many of its players have strength 0, 1, 2 and 3. */
    static int peak(int[] counts) {
        if (counts[Archetype.MAIN] > 0 || counts[RELIABLE] > 1) return Archetype.MAIN;
        if (counts[RELIABLE] > 0) return RELIABLE;
        return counts[1] > 0 ? 1 : 0;
    }

    /** The packed cost of a subgroup with players. */
    long cost(int[] stabilities, int[] sum) {
        long stable = Math.max(0, stability - peak(stabilities));
        long missing = 0;
        for (int i = 0; i < sums.length; i++) {
            int less = sums[i].need() - sum[i];
            if (less > 0) missing += (long) less * sums[i].weight();
        }
        return (stable << Score.STABILITY) + (missing << Score.RULES);
    }

    /** The packed cost of what the squad's minimums miss. */
    long squadCost(int[] sum) {
        long missing = 0;
        for (int i = 0; i < squad.length; i++) missing += Math.max(0, squad[i].need() - sum[i]);
        return missing << Score.SQUAD;
    }
}
