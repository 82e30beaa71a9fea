package org.wvwbuilder.loadtest.wire;

import java.io.IOException;

/** Why there is no whole answer, in words that a report counts by. */
final class Broken extends IOException {
    private static final long serialVersionUID = 1;
    static final String REFUSED = "no connection";
    static final String RESET = "connection closed without an answer";
    static final String CUT = "answer cut short";
    static final String SLOW = "timed out";
    static final String GARBLED = "answer is no HTTP";
    static final String LARGE = "answer too large";

    Broken(String why) {
        super(why);
    }
}
