package org.wvwbuilder.kernel;

/** A connection on which a query may run that takes no notice of an interrupt. */
public interface Breakable {

    /** Ends the query that runs on it now, if one does, from another thread. Whoever waits for it gets an error. */
    void breakOff();
}
