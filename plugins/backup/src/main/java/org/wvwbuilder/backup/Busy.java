package org.wvwbuilder.backup;

/** Something else is being done already. */
final class Busy extends Exception {
    private static final long serialVersionUID = 1;

    Busy() {
        this("something else is being done with the backups: wait until it has ended");
    }

    private Busy(String why) {
        super(why, null, false, false);
    }

    static Busy leaving() {
        return new Busy("a restore is under way and the server is about to start again: wait until it is back");
    }
}
