package org.wvwbuilder.squads.optimise;

import org.wvwbuilder.squads.archetype.Rule;

/** Numbers every state of some sums, each cut at its need: more than enough is enough. */
final class Sums {
    private final Rule[] rules;
    private final int count;

    Sums(Rule[] rules) {
        this.rules = rules;
        long product = 1;
        for (var rule : rules) product = Math.min(Integer.MAX_VALUE, product * (rule.need() + 1));
        this.count = (int) product;
    }

    int count() {
        return count;
    }

    /** The number of what one player gives. */
    int of(int[] strengths) {
        int number = 0;
        for (int i = 0; i < rules.length; i++) {
            number = number * (rules[i].need() + 1) + Math.min(rules[i].need(), strengths[i]);
        }
        return number;
    }

    int plus(int one, int other) {
        if (rules.length == 1) return Math.min(count - 1, one + other);
        int number = 0;
        int unit = 1;
        int left = one;
        int right = other;
        for (int i = rules.length - 1; i >= 0; i--) {
            int radix = rules[i].need() + 1;
            number += unit * Math.min(radix - 1, left % radix + right % radix);
            unit *= radix;
            left /= radix;
            right /= radix;
        }
        return number;
    }

    /** What is still missing, each point as heavy as its rule, packed as a cost of subgroups. */
    long weighed(int number) {
        long missing = 0;
        int left = number;
        for (int i = rules.length - 1; i >= 0; i--) {
            int radix = rules[i].need() + 1;
            missing += (long) rules[i].weight() * (radix - 1 - left % radix);
            left /= radix;
        }
        return missing << Score.RULES;
    }

    /** What is still missing, packed as a cost of the squad. */
    long missing(int number) {
        long missing = 0;
        int left = number;
        for (int i = rules.length - 1; i >= 0; i--) {
            int radix = rules[i].need() + 1;
            missing += radix - 1 - left % radix;
            left /= radix;
        }
        return missing << Score.SQUAD;
    }
}
