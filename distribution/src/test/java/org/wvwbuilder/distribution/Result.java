package org.wvwbuilder.distribution;

/** How a command ended, and what it printed. */
record Result(int exitCode, String out, String err) {

    /** Standard output, then standard error. */
    String output() {
        return out + err;
    }
}
