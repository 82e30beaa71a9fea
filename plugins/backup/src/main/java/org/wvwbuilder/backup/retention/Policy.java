package org.wvwbuilder.backup.retention;

import java.util.stream.IntStream;

/**
 * How many backups an operator wants to keep.
 *
 * @param last so many of the newest
 * @param daily the newest of each of so many days that have one; weekly and monthly alike
 */
public record Policy(int last, int daily, int weekly, int monthly) {
    private static final int MOST = 1_000;

    public Policy {
        if (IntStream.of(last, daily, weekly, monthly).anyMatch(number -> number < 0 || number > MOST)) {
            throw new IllegalArgumentException("keep-last, -daily, -weekly and -monthly must be 0 to " + MOST);
        }
        if (last + daily + weekly + monthly == 0) {
            throw new IllegalArgumentException("keep-last, -daily, -weekly and -monthly are all 0, which would keep no"
                    + " backup: set keep-last to 1 or more");
        }
    }
}
