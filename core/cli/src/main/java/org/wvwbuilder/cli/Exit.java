package org.wvwbuilder.cli;

/** The exit codes that scripts may rely on. */
public final class Exit {
    public static final int OK = 0;
    /** It was understood and could not be done. */
    public static final int FAILED = 1;
    /** The words make no sense; nothing was done. */
    public static final int USAGE = 2;
    /** {@code gw2 status}: no server answers. */
    public static final int NOT_RUNNING = 3;
    /** The configuration or a required plugin is at fault: EX_CONFIG of sysexits.h, and systemd need not try again. */
    public static final int CONFIGURATION = 78;

    private Exit() {}
}
