package org.wvwbuilder.loadtest.report;

import org.wvwbuilder.loadtest.run.Result.Measured;
import org.wvwbuilder.loadtest.run.Verdict;

/** Verdicts in words. */
public final class Verdicts {

    private Verdicts() {}

    static Verdict of(Measured one) {
        return Verdict.of(one.total(), one.errors());
    }

    public static String sentence(Verdict verdict) {
        return switch (verdict) {
            case PASS -> "LOAD TEST PASSED (95% or more succeeded)";
            case WARN -> "LOAD TEST PASSED WITH WARNINGS (fewer than 95% succeeded)";
            case FAIL -> "LOAD TEST FAILED (fewer than 90% succeeded)";
        };
    }
}
