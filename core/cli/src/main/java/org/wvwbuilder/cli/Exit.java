package org.wvwbuilder.cli;

/** The exit codes that scripts may rely on. */
public final class Exit {
    public static final int OK = 0;
    /** It was understood and could not be done. */
    public static final int FAILED = 1;
    /** The words make no sense; nothing was done. */
    public static final int USAGE = 2;
    /** {@code gw2 status}: the server is dead and left its lock behind. */
    public static final int DEAD = 1;
    /** {@code gw2 status}: no server runs. */
    public static final int NOT_RUNNING = 3;
    /** {@code gw2 status}: it cannot be said that it works. */
    public static final int UNKNOWN = 4;
    /** The configuration or a required plugin is at fault: EX_CONFIG of sysexits.h, and systemd need not try again. */
    public static final int CONFIGURATION = 78;

    private Exit() {}
}
