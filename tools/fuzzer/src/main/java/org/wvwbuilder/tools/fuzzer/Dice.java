package org.wvwbuilder.tools.fuzzer;

import java.util.List;
import java.util.SplittableRandom;

/** All chance of one request. It depends on the seed and the request's number only, so that a run can be repeated. */
final class Dice {
    private final SplittableRandom random;

    Dice(long seed, long number) {
        // Mixed first: SplittableRandom itself counts, and the chances of neighbours would overlap.
        this.random = new SplittableRandom(mix(mix(seed) + number));
    }

    private static long mix(long number) {
        long mixed = (number ^ (number >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** At least 0, below the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    long any() {
        return random.nextLong();
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Rather one of the last: what was seen lately is more likely to exist still. */
    <T> T recent(List<T> choices) {
        int back = Math.min(random.nextInt(choices.size()), random.nextInt(choices.size()));
        return choices.get(choices.size() - 1 - back);
    }
}
