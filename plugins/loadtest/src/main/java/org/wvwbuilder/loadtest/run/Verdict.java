package org.wvwbuilder.loadtest.run;

/** What to think of a run: PASS from 95 % successes on, WARN from 90 % on. */
public enum Verdict {
    PASS,
    WARN,
    FAIL;

    /** In whole numbers, so that 95 of 100 is what it is. Nothing sent is nothing shown, and fails. */
    public static Verdict of(long total, long errors) {
        var successes = total - errors;
        if (total > 0 && successes * 100 >= total * 95) return PASS;
        return total > 0 && successes * 100 >= total * 90 ? WARN : FAIL;
    }
}
