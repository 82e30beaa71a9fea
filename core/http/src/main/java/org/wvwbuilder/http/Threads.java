package org.wvwbuilder.http;

import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** A virtual thread for each piece of Jetty's work, without a limit of its own. */
final class Threads extends VirtualThreadPool {
    private static final int NO_LIMIT = 0;

    Threads() {
        // What is open is bounded by the connections; a lower limit would let slow clients keep all others out.
        super(NO_LIMIT);
    }
}
