package org.wvwbuilder.loadtest;

/** The exit codes that scripts may rely on; 0 is a passed test. */
final class Exit {
    static final int FAILED = 1;
    static final int USAGE = 2;
    /** Nothing listens at the target, as {@code gw2 status} says it. */
    static final int NOTHING_THERE = 3;

    static final int WARNED = 4;

    private Exit() {}
}
